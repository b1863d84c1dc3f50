package bakeoff.yaml;

import bakeoff.spec.Experiment;
import bakeoff.spec.SpecWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** An experiment with every default written out, as YAML that is itself a valid experiment. */
public final class ResolvedText {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private ResolvedText() {}

  public static String of(Experiment experiment) {
    try {
      return YAML.writeValueAsString(escaped(SpecWriter.full(experiment)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every experiment can be written", e);
    }
  }

  /** A text that begins with a dollar sign would be read as a name. */
  private static JsonNode escaped(JsonNode node) {
    if (node instanceof ObjectNode map) {
      map.properties().forEach(entry -> entry.setValue(escaped(entry.getValue())));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, escaped(list.get(i)));
      }
    } else if (node.isTextual() && node.textValue().startsWith("$")) {
      return TextNode.valueOf("$" + node.textValue());
    }
    return node;
  }
}
