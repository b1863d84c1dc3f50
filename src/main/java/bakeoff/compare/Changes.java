package bakeoff.compare;

import bakeoff.spec.SpecChanges;
import com.fasterxml.jackson.databind.JsonNode;
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

  /** A spec that lacks a key of the other may only be older: both are renewed then. */
  static Changes between(JsonNode before, JsonNode after) {
    List<String> keys = new ArrayList<>();
    if (!differ("", before, after, keys)) {
      return of(before, after, keys);
    }
    JsonNode was = StoredSpec.renewed(before);
    JsonNode is = StoredSpec.renewed(after);
    keys.clear();
    differ("", was, is, keys);
    return of(was, is, keys);
  }

  private static Changes of(JsonNode before, JsonNode after, List<String> keys) {
    return keys.isEmpty() ? NONE : new Changes(keys, SpecChanges.between(before, after));
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Collects the keys that differ; whether one side has a key that the other lacks. */
  private static boolean differ(String path, JsonNode before, JsonNode after, List<String> keys) {
    if (before.equals(after)) {
      return false;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    boolean lacks = before.isMissingNode() || after.isMissingNode();
    if (before.isObject() && after.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        lacks |= differ(prefix + name, before.path(name), after.path(name), keys);
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        lacks |= differ(prefix + i, before.get(i), after.get(i), keys);
      }
    } else {
      keys.add(path);
    }
    return lacks;
  }
}
