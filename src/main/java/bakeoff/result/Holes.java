package bakeoff.result;

import bakeoff.schema.Key;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds null in a record from a file where the record says that there is none. */
final class Holes {

  private Holes() {}

  /** The key of the first, as {@code data.classes}. */
  static Optional<String> first(Record record) {
    for (Key key : Key.of(record.getClass())) {
      Object value = key.get(record);
      Optional<String> hole =
          value == null && key.isNullable() ? Optional.empty() : in(key.name(), value);
      if (hole.isPresent()) {
        return hole;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> in(String key, @Nullable Object value) {
    if (value == null || value instanceof NullNode) {
      return Optional.of(key);
    }
    if (value instanceof Record record) {
      return first(record).map(inner -> key + "." + inner);
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(member -> in(key, member).stream()).findFirst();
    }
    return Optional.empty();
  }
}
