package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.layer.Padding;
import bakeoff.optimizer.Adam;
import bakeoff.schema.Key;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecWriterTest {

  @Test
  void fullHoldsEveryDefault() throws Exception {
    assertEquals(
        json(
            """
            {"conv2d": {"filters": 4, "kernel_size": 3, "strides": 1, "padding": "valid",
             "groups": 1, "dilation_rate": 1, "use_bias": true, "activation": "relu",
             "trainable": true}}
            """),
        layer(SpecWriter.full(Examples.PLAIN.experiment())));
    assertEquals(
        json(
            "{\"sgd\": {\"momentum\": 0.9, \"nesterov\": false, \"dampening\": 0,"
                + " \"weight_decay\": 0}}"),
        optimizer(SpecWriter.full(Examples.PLAIN.experiment())));
  }

  @Test
  void sparseHoldsOnlyWhatDiffers() throws Exception {
    assertEquals(
        json("{\"conv2d\": {\"filters\": 4, \"kernel_size\": 3, \"activation\": \"relu\"}}"),
        layer(SpecWriter.sparse(Examples.PLAIN.experiment())));
    Experiment adam = Examples.PLAIN.optimizer(new Adam(0.9, 0.999, 1e-8, 0)).experiment();
    assertEquals(json("\"adam\""), optimizer(SpecWriter.sparse(adam)));
    assertFalse(SpecWriter.sparse(adam).has("seeds"));
  }

  @Test
  void aNumberWhereTheDefaultIsAWordIsNoDefault() throws Exception {
    Experiment padded = Examples.PLAIN.first(Examples.conv(Padding.zeros(2))).experiment();
    assertEquals(json("2"), layer(SpecWriter.sparse(padded)).get("conv2d").get("padding"));
  }

  @Test
  void keysStandInTheOrderOfTheReference() {
    Experiment experiment = Examples.PLAIN.description("Words.").experiment();
    assertEquals(
        "[description, dataset, normalize, augmentation, model, training, seeds]",
        SpecWriter.full(experiment).properties().stream()
            .map(java.util.Map.Entry::getKey)
            .toList()
            .toString());
  }

  static Stream<Class<?>> records() {
    return Defaults.records(Experiment.class).stream();
  }

  /** Else a default that is written out would be kept in the sparse form, and change keys. */
  @ParameterizedTest
  @MethodSource("records")
  void everyDefaultIsWrittenAsItStandsInItsAnnotation(Class<?> type) throws Exception {
    Record record = Defaults.record(type);
    JsonNode full = SpecWriter.full(record);
    JsonNode sparse = SpecWriter.sparse(record);
    for (Key key : Key.of(type)) {
      String text = key.defaultText();
      if (text == null) {
        continue;
      }
      assertFalse(sparse.has(key.name()), type + "." + key.name() + " in " + sparse);
      JsonNode written = reread(full.get(key.name()));
      JsonNode given = new YAMLMapper().readTree(text);
      boolean same =
          given.isNumber()
              ? given.decimalValue().compareTo(written.decimalValue()) == 0
              : given.equals(written)
                  || isKind(given.asText(), written)
                  || (given.isEmpty() && written.path("train").equals(given));
      assertTrue(same, type + "." + key.name() + ": " + given + " is written " + written);
    }
  }

  /** A kind with its own defaults written out, which are looked at by themselves. */
  private static boolean isKind(String name, JsonNode written) {
    return written.size() == 1 && written.has(name);
  }

  private static JsonNode json(String text) throws Exception {
    return new YAMLMapper().readTree(text);
  }

  private static JsonNode layer(JsonNode experiment) throws Exception {
    return reread(experiment.get("model").get("layers").get(0));
  }

  private static JsonNode optimizer(JsonNode experiment) throws Exception {
    return reread(experiment.get("training").get("optimizer"));
  }

  /** As text has it: a tree tells 4 from 4.0 by the class of its node. */
  private static JsonNode reread(JsonNode node) throws Exception {
    return new JsonMapper().readTree(node.toString());
  }
}
