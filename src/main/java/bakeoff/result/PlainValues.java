package bakeoff.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The words and numbers of a JSON object by their path, as {@code outcome.state}; lists are passed
 * over. It takes a tenth of the classes that binding takes, so quick commands can afford it.
 */
public final class PlainValues {

  private static final JsonFactory JSON = new JsonFactory();

  private PlainValues() {}

  /**
   * @throws IOException if it is not one whole JSON object
   */
  public static Map<String, String> of(byte[] json) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no JSON object");
      }
      object(parser, "", values);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one JSON object");
      }
    }
    return values;
  }

  private static void object(JsonParser parser, String path, Map<String, String> values)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> object(parser, name + ".", values);
        case START_ARRAY -> parser.skipChildren();
        default -> values.put(name, parser.getText());
      }
    }
  }
}
