package bakeoff.spec;

import bakeoff.augment.Augmentation;
import bakeoff.dataset.DatasetSource;
import bakeoff.initializer.Initializer;
import bakeoff.layer.Layer;
import bakeoff.loss.Loss;
import bakeoff.optimizer.Optimizer;
import bakeoff.schedule.Schedule;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A part of a resolved spec on one line, as one would write it: defaults left out. */
final class SpecText {

  private static final List<Class<?>> PLACES =
      List.of(
          Layer.class,
          Augmentation.class,
          Schedule.class,
          Optimizer.class,
          Loss.class,
          Initializer.class,
          DatasetSource.class);

  private SpecText() {}

  static String of(JsonNode node) {
    if (node.isNumber()) {
      return Numbers.shortest(node.doubleValue()).toPlainString();
    }
    if (node.isArray()) {
      StringJoiner list = new StringJoiner(", ", "[", "]");
      node.forEach(member -> list.add(of(member)));
      return list.toString();
    }
    Kind kind = kind(node);
    if (kind != null) {
      return kind.text();
    }
    return node.isObject() ? map(members(node)) : node.asText();
  }

  /** What a node is if it is one kind of several; null if it is anything else. */
  static @Nullable Kind kind(JsonNode node) {
    if (node.isTextual() && type(node.textValue()) != null) {
      return new Kind(node.textValue(), Map.of());
    }
    if (!node.isObject() || node.size() != 1) {
      return null;
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    boolean known = type(only.getKey()) != null && only.getValue().isObject();
    return known ? new Kind(only.getKey(), members(only.getValue())) : null;
  }

  private static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** An empty list is the default wherever there is one. */
  private static String map(Map<String, JsonNode> members) {
    StringJoiner map = new StringJoiner(", ", "{", "}");
    members.forEach(
        (key, value) -> {
          boolean empty = value.isArray() && value.isEmpty();
          if (!empty) {
            map.add(key + ": " + of(value));
          }
        });
    return map.toString();
  }

  private static @Nullable Class<?> type(String name) {
    for (Class<?> place : PLACES) {
      Class<?> type = Kinds.of(place).get(name);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** A name with its arguments. */
  record Kind(String name, Map<String, JsonNode> arguments) {

    /** {@code flatten}, {@code dense 120}, {@code random_rotation {degrees: 45, fill: 0.5}}. */
    String text() {
      return text(Map.of());
    }

    /** The same without what a neighbour of the same kind has too. */
    String text(Map<String, JsonNode> known) {
      Map<String, JsonNode> shown = new LinkedHashMap<>();
      arguments.forEach(
          (name, value) -> {
            JsonNode given = known.get(name);
            boolean asKnown = given != null && of(given).equals(of(value));
            if ((!asKnown || isMain(name)) && !isDefault(name, value)) {
              shown.put(name, value);
            }
          });
      if (shown.isEmpty()) {
        return name;
      }
      if (shown.size() > 1 || !isMain(shown.keySet().iterator().next())) {
        return name + " " + map(shown);
      }
      String main = of(shown.values().iterator().next());
      return isBareNumber() ? main : name + " " + main;
    }

    /** A constant learning rate is written as the rate alone. */
    boolean isBareNumber() {
      return name.equals("constant");
    }

    /** Its name and main argument alone; of one made of others, the name. */
    String brief() {
      for (Map.Entry<String, JsonNode> argument : arguments.entrySet()) {
        if (isMain(argument.getKey()) && !SpecChanges.isList(argument.getValue())) {
          return name + " " + of(argument.getValue());
        }
      }
      return name;
    }

    /** From this to another of the same kind. */
    String changedTo(Kind after) {
      List<String> rest = new ArrayList<>();
      boolean mainChanged = !brief().equals(after.brief());
      Map<String, JsonNode> all = new LinkedHashMap<>(arguments);
      after.arguments.forEach(all::putIfAbsent);
      for (String key : all.keySet()) {
        String was = text(key);
        String is = after.text(key);
        if (!was.equals(is) && !(mainChanged && isMain(key))) {
          rest.add(key + ": " + was + " -> " + is);
        }
      }
      String others = String.join(", ", rest);
      if (!mainChanged) {
        return brief() + " (" + others + ")";
      }
      return brief() + " -> " + after.brief() + (rest.isEmpty() ? "" : " (" + others + ")");
    }

    /** Results of before a key was there have its default. */
    private String text(String name) {
      JsonNode value = arguments.get(name);
      Key key = key(name);
      String text = key == null ? null : key.defaultText();
      return value != null ? of(value) : text != null ? text : SpecChanges.NOT_SET;
    }

    /** Nothing if it is not given. */
    JsonNode argument(String name) {
      return Optional.ofNullable(arguments.get(name)).orElse(MissingNode.getInstance());
    }

    /** Its arguments that are lists of things: the layers of a composite layer. */
    List<String> lists() {
      return arguments.keySet().stream().filter(this::isList).toList();
    }

    private boolean isList(String argument) {
      JsonNode value = arguments.get(argument);
      return value != null && SpecChanges.isList(value);
    }

    /** The same without these arguments. */
    Kind without(List<String> names) {
      Map<String, JsonNode> others = new LinkedHashMap<>(arguments);
      names.forEach(others::remove);
      return new Kind(name, others);
    }

    private boolean isMain(String argument) {
      Key key = key(argument);
      return key != null && key.isMain();
    }

    private boolean isDefault(String argument, JsonNode value) {
      Key key = key(argument);
      String text = key == null ? null : key.defaultText();
      if (text == null) {
        return false;
      }
      boolean number = value.isNumber() && text.matches("-?[0-9.]+(e-?[0-9]+)?");
      return number
          ? Numbers.shortest(value.doubleValue()).compareTo(new BigDecimal(text)) == 0
          : of(value).equals(text);
    }

    private @Nullable Key key(String argument) {
      Class<?> type = type(name);
      if (type == null) {
        return null;
      }
      return Key.of(type).stream()
          .filter(key -> key.name().equals(argument))
          .findFirst()
          .orElse(null);
    }
  }
}
