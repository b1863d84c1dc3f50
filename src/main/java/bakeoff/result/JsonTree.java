package bakeoff.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * JSON as nodes, read token by token: thousands of files, and the first of them without the quarter
 * of a second that binding records takes to start.
 */
public final class JsonTree {

  /** More bytes than any real result has. */
  private static final long LARGEST = 64L << 20;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxDocumentLength(LARGEST)
                  .build())
          .build();

  private final JsonParser parser;
  private final Set<String> skipped;
  private final int most;
  private int values;

  private JsonTree(JsonParser parser, Set<String> skipped, int most) {
    this.parser = parser;
    this.skipped = skipped;
    this.most = most;
  }

  /** One value and nothing after it. */
  public static JsonNode read(byte[] json) throws IOException {
    return read(json, Set.of(), Integer.MAX_VALUE);
  }

  /**
   * One value and nothing after it.
   *
   * @param skipped members of objects that are left out, however deep
   * @param most how many values there may be without them
   */
  public static JsonNode read(byte[] json, Set<String> skipped, int most) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      JsonNode root = new JsonTree(parser, skipped, most).node();
      if (parser.nextToken() != null) {
        throw new IOException("there is more after its end");
      }
      return root;
    }
  }

  private JsonNode node() throws IOException {
    if (++values > most) {
      throw new IOException("holds more than any result");
    }
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("is empty");
    }
    return switch (token) {
      case START_OBJECT -> map();
      case START_ARRAY -> {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(node());
        }
        yield list;
      }
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> whole();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("no JSON");
    };
  }

  private JsonNode whole() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private JsonNode fraction() throws IOException {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new IOException("holds a number that is too large");
    }
    return NODES.numberNode(number);
  }

  private ObjectNode map() throws IOException {
    ObjectNode map = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (skipped.contains(name) && parser.currentToken().isStructStart()) {
        parser.skipChildren();
      } else {
        map.set(name, node());
      }
    }
    return map;
  }
}
