package bakeoff.yaml;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;

/** Validates files as an editor does: by the schema alone. */
public final class Schemas {

  private static final com.networknt.schema.JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(JsonSchema.tree());

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Schemas() {}

  /** What is wrong with a value of this type; empty if nothing is. */
  static List<String> mistakes(String definition, JsonNode value) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$ref", "#/definitions/" + definition);
    schema.set("definitions", JsonSchema.tree().get("definitions"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** What is wrong with a file; empty if nothing is. */
  public static List<String> mistakes(String yaml) throws IOException {
    JsonNode file = YAML.readTree(yaml);
    return SCHEMA.validate(file).stream().map(ValidationMessage::getMessage).toList();
  }
}
