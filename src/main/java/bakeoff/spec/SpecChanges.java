package bakeoff.spec;

import bakeoff.spec.SpecText.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changed between two resolved specs, in phrases for people. */
public final class SpecChanges {

  static final String LAYERS = "model.layers";
  static final String NOT_SET = "not set";

  private static final String TRAIN = "augmentation.train: ";
  private static final String TEST = "augmentation.test: ";
  private static final Set<String> WORDS = Set.of("description", "seeds", "reference");

  private SpecChanges() {}

  /**
   * As {@code training.phases.0.epochs: 2 -> 25}, {@code + dense 50 after dense 100}, {@code dense
   * 120 -> dense 200}; nothing about description, seeds and reference. Lists are aligned, not
   * compared place by place.
   *
   * @param before as {@link SpecWriter#full} writes it, like the other
   */
  public static List<String> between(JsonNode before, JsonNode after) {
    List<String> changes = new ArrayList<>();
    for (String key : keys(before, after)) {
      if (!WORDS.contains(key)) {
        changes.addAll(at(key, before.path(key), after.path(key)));
      }
    }
    return bothSplits(changes);
  }

  static List<String> at(String path, JsonNode before, JsonNode after) {
    String was = text(before);
    String is = text(after);
    if (was.equals(is)) {
      return List.of();
    }
    if (isList(before) && isList(after)) {
      return new ListChanges(path, before, after).all();
    }
    Kind from = SpecText.kind(before);
    Kind to = SpecText.kind(after);
    if (from != null && to != null && from.name().equals(to.name()) && !from.isBareNumber()) {
      String inside = path + "." + from.name();
      return members(inside, before.path(from.name()), after.path(from.name()));
    }
    if (from == null && to == null && before.isObject() && after.isObject()) {
      return members(path, before, after);
    }
    return List.of(path + ": " + was + " -> " + is);
  }

  private static List<String> members(String path, JsonNode before, JsonNode after) {
    List<String> changes = new ArrayList<>();
    for (String key : keys(before, after)) {
      changes.addAll(at(path + "." + key, before.path(key), after.path(key)));
    }
    return changes;
  }

  private static Set<String> keys(JsonNode before, JsonNode after) {
    Set<String> keys = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? NOT_SET : SpecText.of(node);
  }

  /** A list of things, not of numbers. */
  static boolean isList(JsonNode node) {
    for (JsonNode member : node) {
      if (member.isNumber()) {
        return false;
      }
    }
    return node.isArray();
  }

  /** What happened to training and test images alike is told once. */
  private static List<String> bothSplits(List<String> changes) {
    List<String> told = new ArrayList<>();
    for (String change : changes) {
      String what = change.substring(change.indexOf(' ') + 1);
      if (change.startsWith(TRAIN) && changes.contains(TEST + what)) {
        told.add("augmentation (train and test): " + what);
      } else if (!(change.startsWith(TEST) && changes.contains(TRAIN + what))) {
        told.add(change);
      }
    }
    return told;
  }
}
