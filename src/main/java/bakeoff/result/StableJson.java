package bakeoff.result;

import bakeoff.spec.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON that reads well in a diff and is the same bytes for the same values: keys sorted, numbers
 * without exponents, what fits on one line there, LF.
 */
public final class StableJson {

  /** What is shorter stands on one line. */
  private static final int LINE = 100;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Binds records, which takes a quarter of a second to start: loaded where there is one. */
  private static final class Records {

    static final ObjectMapper MAPPER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(64L << 20)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  private StableJson() {}

  public static byte[] write(Object value) {
    StringBuilder text = new StringBuilder();
    print(tree(value), "", text);
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Maps with texts as keys, lists, and what goes into them, as nodes. */
  public static JsonNode tree(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof JsonNode node) {
      return node;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, member) -> object.set(String.valueOf(key), tree(member)));
      return object;
    }
    if (value instanceof Collection<?> list) {
      ArrayNode array = NODES.arrayNode(list.size());
      list.forEach(member -> array.add(tree(member)));
      return array;
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    }
    return Records.MAPPER.valueToTree(value);
  }

  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    T value = Records.MAPPER.readValue(json, type);
    if (value == null) {
      throw new IOException("is null");
    }
    return value;
  }

  private static void print(JsonNode node, String indent, StringBuilder text) {
    if (!node.isContainerNode()) {
      text.append(scalar(node));
      return;
    }
    int start = text.length();
    if (onOneLine(node, text, isRow(node) ? Integer.MAX_VALUE : start + LINE)) {
      return;
    }
    text.setLength(start);
    String inner = indent + "  ";
    String separator = "\n" + inner;
    text.append(node.isObject() ? '{' : '[');
    for (Map.Entry<String, JsonNode> member : members(node)) {
      text.append(separator).append(member.getKey());
      print(member.getValue(), inner, text);
      separator = ",\n" + inner;
    }
    text.append('\n').append(indent).append(node.isObject() ? '}' : ']');
  }

  /** False if the text would become longer; then it is cut off somewhere. */
  private static boolean onOneLine(JsonNode node, StringBuilder text, int longest) {
    if (!node.isContainerNode()) {
      text.append(scalar(node));
      return text.length() <= longest;
    }
    String separator = node.isObject() ? "{" : "[";
    for (Map.Entry<String, JsonNode> member : members(node)) {
      text.append(separator).append(member.getKey());
      if (!onOneLine(member.getValue(), text, longest)) {
        return false;
      }
      separator = ", ";
    }
    text.append(node.isEmpty() ? separator : "").append(node.isObject() ? '}' : ']');
    return text.length() <= longest;
  }

  /** What stands before each member, and the member; keys sorted. */
  private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode container) {
    if (container.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      for (Map.Entry<String, JsonNode> member : container.properties()) {
        members.put(member.getKey(), member.getValue());
      }
      List<Map.Entry<String, JsonNode>> written = new ArrayList<>(members.size());
      members.forEach((key, value) -> written.add(Map.entry(quoted(key) + ": ", value)));
      return written;
    }
    List<Map.Entry<String, JsonNode>> written = new ArrayList<>(container.size());
    for (JsonNode member : container) {
      written.add(Map.entry("", member));
    }
    return written;
  }

  /** An epoch, or a row of a table: a line however long, so that a diff shows rows. */
  private static boolean isRow(JsonNode node) {
    for (JsonNode member : node) {
      if (member.isObject() || (member.isArray() && !node.isObject())) {
        return false;
      }
    }
    return node.isArray() || node.has("epoch");
  }

  private static String scalar(JsonNode node) {
    if (node.isTextual()) {
      return quoted(node.textValue());
    }
    if (!node.isFloatingPointNumber()) {
      return node.asText();
    }
    double value = node.doubleValue();
    return Double.isFinite(value)
        ? Numbers.shortest(value).toPlainString()
        : quoted(Double.toString(value));
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
