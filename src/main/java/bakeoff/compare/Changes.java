package bakeoff.compare;

import bakeoff.spec.SpecChanges;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the two sides of an experiment were told that differs.
 *
 * @param keys for programs; a list that grew or shrank is one key
 * @param phrases for people
 */
public record Changes(List<String> keys, List<String> phrases) {

  static final Changes NONE = new Changes(List.of(), List.of());

  public Changes {
    keys = List.copyOf(keys);
    phrases = List.copyOf(phrases);
  }

  /** The spec without its seed list, which is no part of a trial. */
  static JsonNode essential(JsonNode spec) {
    ObjectNode essential = spec.deepCopy();
    essential.remove("seeds");
    return essential;
  }

  static Changes between(JsonNode before, JsonNode after) {
    List<String> keys = new ArrayList<>();
    differ("", essential(before), essential(after), keys);
    if (keys.isEmpty()) {
      return NONE;
    }
    List<String> phrases = new ArrayList<>(SpecChanges.between(before, after));
    for (String words : List.of("description", "reference")) {
      if (keys.stream().anyMatch(key -> key.equals(words) || key.startsWith(words + "."))) {
        phrases.add("another " + words);
      }
    }
    return new Changes(keys, phrases);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  private static void differ(String path, JsonNode before, JsonNode after, List<String> keys) {
    if (before.equals(after)) {
      return;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    if (before.isObject() && after.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> differ(prefix + name, before.path(name), after.path(name), keys));
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        differ(prefix + i, before.get(i), after.get(i), keys);
      }
    } else {
      keys.add(path);
    }
  }
}
