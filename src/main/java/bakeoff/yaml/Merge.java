package bakeoff.yaml;

import bakeoff.schema.Key;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file over the one it extends: maps merge, lists replace, another kind replaces, null restores
 * the default.
 */
final class Merge {

  private Merge() {}

  static Node over(Type type, Node base, Node child) {
    boolean maps = base instanceof Node.Mapping && child instanceof Node.Mapping;
    if (!maps || !(type instanceof Class<?> kind)) {
      return child;
    }
    Node.Mapping below = (Node.Mapping) base;
    Node.Mapping above = (Node.Mapping) child;
    if (kind.isSealed()) {
      return sameKind(below, above) ? entries(null, below, above) : child;
    }
    return kind.isRecord() ? entries(kind, below, above) : child;
  }

  private static boolean sameKind(Node.Mapping base, Node.Mapping child) {
    return base.entries().size() == 1 && base.entries().keySet().equals(child.entries().keySet());
  }

  /** Record null: the only entry is a kind's name, and its arguments merge key by key. */
  private static Node entries(
      @org.jspecify.annotations.Nullable Class<?> record, Node.Mapping base, Node.Mapping child) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
    child
        .entries()
        .forEach(
            (name, entry) -> {
              Node.Entry before = base.entries().get(name);
              Node value =
                  before == null
                      ? entry.value()
                      : record == null
                          ? arguments(before.value(), entry.value())
                          : over(typeOf(record, name), before.value(), entry.value());
              merged.put(name, new Node.Entry(entry.key(), value));
            });
    return Node.Mapping.of(child.at(), merged);
  }

  private static Node arguments(Node base, Node child) {
    if (base instanceof Node.Mapping below && child instanceof Node.Mapping above) {
      Map<String, Node.Entry> merged = new LinkedHashMap<>(below.entries());
      merged.putAll(above.entries());
      return Node.Mapping.of(above.at(), merged);
    }
    return child;
  }

  private static Type typeOf(Class<?> record, String name) {
    for (Key key : Key.of(record)) {
      if (key.name().equals(name)) {
        return key.type();
      }
    }
    return Object.class;
  }
}
