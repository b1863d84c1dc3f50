package bakeoff.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A digest of everything that can change a trial's result, and of nothing else. */
public final class ContentKey {

  /** The version of the training semantics: raised when the same file would give other bits. */
  public static final int SEMANTICS = 1;

  /** Keys of an experiment that change no result. */
  private static final List<String> WORDS = List.of("description", "seeds", "reference");

  private static final String METRICS = "metrics";

  /** Follows from what every result holds: only the report shows it. */
  private static final String PER_CLASS = "per_class";

  private static final JsonFactory JSON = new JsonFactory();

  private ContentKey() {}

  /** The experiment with every default written out, but nothing that changes no result. */
  public static ObjectNode resolved(Experiment experiment) {
    return withoutWords(SpecWriter.full(experiment));
  }

  /** 64 hexadecimal digits. */
  public static String of(Experiment experiment, int seed) {
    return sha256(text(experiment, seed));
  }

  /** Of each seed of the experiment, which is written out once. */
  public static Map<Integer, String> all(Experiment experiment) {
    ObjectNode spec = spec(experiment);
    Map<Integer, String> keys = new LinkedHashMap<>();
    for (int seed : experiment.seeds()) {
      keys.put(seed, sha256(text(experiment, spec, seed)));
    }
    return keys;
  }

  /** The text that is digested: JSON without spaces, keys sorted, defaults left out. */
  static String text(Experiment experiment, int seed) {
    return text(experiment, spec(experiment), seed);
  }

  private static String text(Experiment experiment, ObjectNode spec, int seed) {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    key.put("data", experiment.dataset().digest());
    key.put("seed", seed);
    key.put("semantics", SEMANTICS);
    key.set("spec", spec);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(key, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static ObjectNode spec(Experiment experiment) {
    ObjectNode spec = withoutWords(SpecWriter.sparse(experiment));
    Training training = experiment.training();
    Integer threads = training.threads();
    if (threads != null && threads == experiment.network().threads(training.batchSize())) {
      ((ObjectNode) spec.get("training")).remove("threads");
    }
    return spec;
  }

  private static ObjectNode withoutWords(ObjectNode spec) {
    spec.remove(WORDS);
    if (spec.get(METRICS) instanceof ObjectNode metrics) {
      metrics.remove(PER_CLASS);
      if (metrics.isEmpty()) {
        spec.remove(METRICS);
      }
    }
    return spec;
  }

  /**
   * As the nodes' own text, but with sorted keys; binding, which that goes through, loads slowly.
   */
  private static void write(JsonNode node, JsonGenerator json) throws IOException {
    if (node.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> member : members.entrySet()) {
        json.writeFieldName(member.getKey());
        write(member.getValue(), json);
      }
      json.writeEndObject();
    } else if (node.isArray()) {
      json.writeStartArray();
      for (JsonNode member : node) {
        write(member, json);
      }
      json.writeEndArray();
    } else if (node.isTextual()) {
      json.writeString(node.textValue());
    } else if (node.isNumber()) {
      json.writeNumber(node.decimalValue());
    } else {
      json.writeBoolean(node.booleanValue());
    }
  }

  public static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
