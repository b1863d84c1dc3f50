package bakeoff.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A digest of everything that can change a trial's result, and of nothing else. */
public final class ContentKey {

  /** The version of the training semantics: raised when the same file would give other bits. */
  public static final int SEMANTICS = 1;

  /** Keys of an experiment that change no result. */
  private static final List<String> WORDS = List.of("description", "seeds", "reference");

  private ContentKey() {}

  /** The experiment with every default written out, but nothing that changes no result. */
  public static ObjectNode resolved(Experiment experiment) {
    ObjectNode spec = SpecWriter.full(experiment);
    spec.remove(WORDS);
    return spec;
  }

  /** 64 hexadecimal digits. */
  public static String of(Experiment experiment, int seed) {
    return sha256(text(experiment, seed));
  }

  /** The text that is digested: JSON without spaces, keys sorted, defaults left out. */
  static String text(Experiment experiment, int seed) {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    key.put("data", experiment.dataset().digest());
    key.put("seed", seed);
    key.put("semantics", SEMANTICS);
    key.set("spec", spec(experiment));
    return sorted(key).toString();
  }

  private static ObjectNode spec(Experiment experiment) {
    ObjectNode spec = SpecWriter.sparse(experiment);
    spec.remove(WORDS);
    Training training = experiment.training();
    Integer threads = training.threads();
    if (threads != null && threads == experiment.network().threads(training.batchSize())) {
      ((ObjectNode) spec.get("training")).remove("threads");
    }
    return spec;
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode sorted = JsonNodeFactory.instance.objectNode();
      sorted.setAll(members);
      return sorted;
    }
    if (node.isArray()) {
      ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
      node.forEach(member -> sorted.add(sorted(member)));
      return sorted;
    }
    return node;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
