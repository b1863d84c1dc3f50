package bakeoff.result;

import bakeoff.spec.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON that reads well in a diff and is the same bytes for the same values: keys sorted, numbers
 * without exponents, what fits on one line there, LF.
 */
public final class StableJson {

  /** What is shorter stands on one line. */
  private static final int LINE = 100;

  private static final ObjectMapper MAPPER =
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
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StableJson() {}

  public static byte[] write(Object value) {
    StringBuilder text = new StringBuilder();
    print(MAPPER.valueToTree(value), "", text);
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    T value = MAPPER.readValue(json, type);
    if (value == null) {
      throw new IOException("is null");
    }
    return value;
  }

  private static void print(JsonNode node, String indent, StringBuilder text) {
    String line = onOneLine(node);
    if (!node.isContainerNode() || line.length() <= LINE || isRow(node)) {
      text.append(line);
      return;
    }
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

  private static String onOneLine(JsonNode node) {
    if (!node.isContainerNode()) {
      return scalar(node);
    }
    String inside =
        members(node).stream()
            .map(member -> member.getKey() + onOneLine(member.getValue()))
            .collect(Collectors.joining(", "));
    return node.isObject() ? "{" + inside + "}" : "[" + inside + "]";
  }

  /** What stands before each member, and the member; keys sorted. */
  private static List<Map.Entry<String, JsonNode>> members(JsonNode container) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    if (container.isObject()) {
      container.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(m -> members.add(Map.entry(scalar(m.getKey()) + ": ", m.getValue())));
    } else {
      container.forEach(member -> members.add(Map.entry("", member)));
    }
    return members;
  }

  /** An epoch, or a row of a table: a line however long, so that a diff shows rows. */
  private static boolean isRow(JsonNode node) {
    boolean nested = false;
    for (JsonNode member : node) {
      nested |= member.isObject() || (member.isArray() && !node.isObject());
    }
    return !nested && (node.isArray() || node.has("epoch"));
  }

  private static String scalar(JsonNode node) {
    if (node.isFloatingPointNumber() && Double.isFinite(node.doubleValue())) {
      return Numbers.shortest(node.doubleValue()).toPlainString();
    }
    return node.toString();
  }

  private static String scalar(String key) {
    try {
      return MAPPER.writeValueAsString(key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a string is JSON", e);
    }
  }
}
