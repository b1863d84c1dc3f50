package bakeoff.compare;

import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Reads a trial's result as far as a comparison needs it: thousands of files, and the first of them
 * without the quarter of a second that binding records takes to start.
 */
final class RunReader {

  private static final Set<String> SKIPPED = Set.of("epochs", "per_class_accuracy", "confusion");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxDocumentLength(TrialFile.LARGEST)
                  .build())
          .build();

  /** More values than any spec has. */
  private static final int MOST = 5_000;

  private final JsonParser parser;
  private int values;

  private RunReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Fails, in words for people, on whatever a run of ours would not have written. */
  static Run read(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      JsonNode root = new RunReader(parser).node();
      if (parser.nextToken() != null) {
        throw new IOException("there is more after its end");
      }
      return run(new Fields(root));
    }
  }

  private static Run run(Fields root) throws IOException {
    if (root.integer("format") != TrialResult.FORMAT) {
      throw new IOException(
          "format " + root.integer("format") + ", this version reads " + TrialResult.FORMAT);
    }
    Outcome outcome = outcome(root.map("outcome"));
    boolean finished = outcome instanceof Outcome.Finished;
    Fields data = root.map("data");
    Fields platform = root.map("platform");
    String digest = data.text("digest");
    return new Run(
        root.text("key"),
        root.integer("seed"),
        root.map("spec").node(),
        data.text("name") + " " + digest.substring(0, Math.min(12, digest.length())),
        digest,
        outcome,
        String.join(
            " ",
            platform.text("os"),
            platform.text("architecture"),
            platform.text("device"),
            platform.text("instruction_set")),
        platform.text("tensorflow"),
        platform.integer("semantics"),
        finished ? root.map("test").fraction("accuracy") : null,
        finished ? root.map("test").text("predictions") : null);
  }

  private static Outcome outcome(Fields outcome) throws IOException {
    String state = outcome.text("state");
    return switch (state) {
      case "finished" -> new Outcome.Finished();
      case "diverged" -> new Outcome.Diverged(outcome.integer("epoch"), outcome.integer("step"));
      case "failed" -> new Outcome.Crashed(outcome.text("reason"));
      default -> throw new IOException("outcome.state: " + state + " is no way to end");
    };
  }

  private JsonNode node() throws IOException {
    if (++values > MOST) {
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
      case VALUE_NUMBER_INT -> number();
      case VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("no JSON");
    };
  }

  private JsonNode number() throws IOException {
    BigDecimal number = parser.getDecimalValue();
    if (!Double.isFinite(number.doubleValue())) {
      throw new IOException("holds a number that is too large");
    }
    boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    return whole ? NODES.numberNode(parser.getBigIntegerValue()) : NODES.numberNode(number);
  }

  private ObjectNode map() throws IOException {
    ObjectNode map = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (SKIPPED.contains(name)) {
        parser.skipChildren();
      } else {
        map.set(name, node());
      }
    }
    return map;
  }
}
