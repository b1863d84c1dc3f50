package bakeoff.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the two sides of an experiment were told to do. */
final class Configuration {

  private static final String NOT_GIVEN = "not given";

  private Configuration() {}

  /** The spec without its seed list, which is no part of a trial. */
  static JsonNode of(JsonNode spec) {
    ObjectNode essential = spec.deepCopy();
    essential.remove("seeds");
    return essential;
  }

  /** The keys that differ, in order, with their values. */
  static List<Change> changes(JsonNode before, JsonNode after) {
    Map<String, String> then = new TreeMap<>();
    Map<String, String> now = new TreeMap<>();
    flatten("", of(before), then);
    flatten("", of(after), now);
    TreeSet<String> keys = new TreeSet<>(bakeoff.result.NaturalOrder.COMPARATOR);
    keys.addAll(then.keySet());
    keys.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      String a = then.getOrDefault(key, NOT_GIVEN);
      String b = now.getOrDefault(key, NOT_GIVEN);
      if (!a.equals(b)) {
        changes.add(new Change(key, a, b));
      }
    }
    return changes;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (!node.isContainerNode()) {
      into.put(path, node.asText());
    } else if (node.isEmpty()) {
      into.put(path, node.isObject() ? "{}" : "[]");
    } else if (node.isObject()) {
      node.properties()
          .forEach(member -> flatten(prefix + member.getKey(), member.getValue(), into));
    } else {
      for (int i = 0; i < node.size(); i++) {
        flatten(prefix + i, node.get(i), into);
      }
    }
  }
}
