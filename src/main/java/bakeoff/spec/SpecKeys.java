package bakeoff.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A resolved spec as keys and values, to be set side by side with another's. */
public final class SpecKeys {

  private static final Set<String> WORDS =
      Set.of("description", "seeds", "reference", "metrics.per_class");

  private SpecKeys() {}

  /**
   * A value, or a member of a list.
   *
   * @param brief a kind's name with its main argument, {@code dense 120}
   * @param full as one would write it
   */
  public record Value(String brief, String full) {

    private static Value of(JsonNode node) {
      SpecText.Kind kind = SpecText.kind(node);
      String full = SpecText.of(node);
      return new Value(kind == null ? full : kind.brief(), full);
    }
  }

  /**
   * Key to value, {@code training.batch_size} to {@code 4}; of a list, its members. Nothing about
   * what changes no result: description, seeds, reference, what only the report shows.
   *
   * @param spec as {@link SpecWriter#full} writes it
   */
  public static Map<String, List<Value>> of(JsonNode spec) {
    Map<String, List<Value>> keys = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : spec.properties()) {
      add(member.getKey(), member.getValue(), keys);
    }
    return keys;
  }

  private static void add(String path, JsonNode node, Map<String, List<Value>> keys) {
    if (WORDS.contains(path)) {
      return;
    }
    if (node.isObject() && SpecText.kind(node) == null) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        add(path + "." + member.getKey(), member.getValue(), keys);
      }
      return;
    }
    List<Value> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(member -> values.add(Value.of(member)));
    } else {
      values.add(Value.of(node));
    }
    keys.put(path, values);
  }
}
