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
import java.util.TreeMap;

/**
 * JSON that reads well in a diff and is the same bytes for the same values: keys sorted, numbers
 * without exponents, a container of nothing but scalars on one line, LF.
 */
public final class StableJson {

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
    if (!node.isContainerNode()) {
      text.append(scalar(node));
      return;
    }
    String open = node.isObject() ? "{" : "[";
    String close = node.isObject() ? "}" : "]";
    List<String> members = new ArrayList<>();
    boolean flat = flat(node);
    String inner = flat ? "" : indent + "  ";
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
      sorted.forEach((key, member) -> members.add(scalar(key) + ": " + printed(member, inner)));
    } else {
      node.forEach(member -> members.add(printed(member, inner)));
    }
    if (flat) {
      text.append(open).append(String.join(", ", members)).append(close);
    } else {
      String separator = ",\n" + inner;
      text.append(open).append('\n').append(inner).append(String.join(separator, members));
      text.append('\n').append(indent).append(close);
    }
  }

  private static String printed(JsonNode node, String indent) {
    StringBuilder text = new StringBuilder();
    print(node, indent, text);
    return text.toString();
  }

  /** Whether it fits a line: only scalars in it, or lists of only scalars in a map's row. */
  private static boolean flat(JsonNode node) {
    for (JsonNode member : node) {
      boolean leaf = !member.isContainerNode();
      boolean shortList = node.isObject() && member.isArray() && scalarsOnly(member);
      if (!leaf && !(shortList && member.size() <= 32 && isRow(node))) {
        return false;
      }
    }
    return true;
  }

  /** An epoch's row holds its list of losses on the same line. */
  private static boolean isRow(JsonNode node) {
    return node.has("epoch");
  }

  private static boolean scalarsOnly(JsonNode node) {
    for (JsonNode member : node) {
      if (member.isContainerNode()) {
        return false;
      }
    }
    return true;
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
