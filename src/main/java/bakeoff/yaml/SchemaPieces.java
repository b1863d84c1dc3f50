package bakeoff.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Pieces that a JSON Schema is made of; {@code $name} stands wherever a value may. */
final class SchemaPieces {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NAME = "\\$" + Definitions.NAME;

  private SchemaPieces() {}

  static ObjectNode required(List<String> keys) {
    ObjectNode node = NODES.objectNode();
    if (!keys.isEmpty()) {
      ArrayNode names = node.putArray("required");
      keys.forEach(names::add);
    }
    return node;
  }

  /** Null counts as not given. */
  static ObjectNode given(String key) {
    ObjectNode node = required(List.of(key));
    node.putObject("properties").putObject(key).putObject("not").put("type", "null");
    return node;
  }

  static ObjectNode anyOf(List<ObjectNode> forms) {
    if (forms.size() == 1) {
      return forms.get(0);
    }
    ObjectNode node = NODES.objectNode();
    ArrayNode any = node.putArray("anyOf");
    forms.forEach(any::add);
    return node;
  }

  static List<ObjectNode> withName(List<ObjectNode> forms) {
    List<ObjectNode> all = new ArrayList<>(forms);
    all.add(name());
    return all;
  }

  /** Null restores a default. */
  static ObjectNode orNull(ObjectNode value) {
    if (value.has("$ref")) {
      return anyOf(List.of(value, NODES.objectNode().put("type", "null")));
    }
    JsonNode type = value.get("type");
    List<JsonNode> types =
        type.isArray() ? List.copyOf(type.valueStream().toList()) : List.of(type);
    value.putArray("type").addAll(types).add("null");
    return value;
  }

  /** A value of this type, or a name of {@code define} in its place. */
  static ObjectNode orName(ObjectNode value, String type) {
    value.putArray("type").add(type).add("string");
    return value.put("pattern", "^" + NAME + "$");
  }

  /**
   * @param words what to YAML is a word and to us a number: {@code 50_000} and {@code 1/9}
   */
  static ObjectNode orName(ObjectNode value, String type, String words) {
    orName(value, type);
    return value
        .put("pattern", "^(" + NAME + "|" + words + ")$")
        .put("patternErrorMessage", "has to be a number, or a name of `define`");
  }

  static ObjectNode name() {
    return NODES.objectNode().put("type", "string").put("pattern", "^" + NAME + "$");
  }
}
