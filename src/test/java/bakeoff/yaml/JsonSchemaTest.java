package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Key;
import bakeoff.schema.Range;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {

  private static final String WHOLE =
      """
      dataset: cifar10
      model: {layers: [flatten, dense: classes]}
      training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  @Test
  void isValidAgainstItsMetaSchema() {
    var meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(SchemaLocation.of(SchemaId.V7));
    assertEquals(List.of(), List.copyOf(meta.validate(JsonSchema.text(), InputFormat.JSON)));
    assertFalse(meta.validate("{\"type\": \"map\"}", InputFormat.JSON).isEmpty());
  }

  @Test
  void theLeastThatIsAnExperimentIsValid() throws IOException {
    assertEquals(List.of(), Schemas.mistakes(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description: A sentence.",
        "seeds: [1, 2]",
        "seeds: null",
        "seeds: [1_000]",
        "normalize: {mean: 1/2, std: 5e-1}",
        "normalize: {mean: 0.5, std: [0.2, 0.3, 0.4]}",
        "normalize: null",
        "augmentation: [random_horizontal_flip, random_vertical_flip: 1, random_crop: 4]",
        "augmentation: {train: [], test: [{random_rotation: {degrees: 45, fill: 0.5}}]}",
        "augmentation: [{random_crop: {padding: 4, padding_mode: reflect, fill: null}}]",
        "reference: {test_accuracy: 0.53, source: the article}",
      })
  void takes(String more) throws IOException {
    assertTaken(WHOLE + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[conv2d: {filters: 6, kernel_size: 5}]",
        "[conv2d: {filters: 6, kernel_size: [3, 5], strides: 2, padding: same, use_bias: false}]",
        "[conv2d: {filters: 6, kernel_size: 5, padding: 2, initializer: kaiming_uniform}]",
        "[max_pool2d: 2, avg_pool2d: {pool_size: 3, strides: 2, padding: same}]",
        "[activation: relu, dropout: 0.1, dense: {units: classes, activation: null}]",
      })
  void takesLayers(String layers) throws IOException {
    assertTaken(WHOLE.replace("[flatten, dense: classes]", layers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[conv2d]",
        "[conv2d: 6]",
        "[conv2d: {filters: 6}]",
        "[conv2d: {filters: 0, kernel_size: 5}]",
        "[conv2d: {filters: 1.7, kernel_size: 5}]",
        "[conv2d: {filters: 6, kernel_size: 5, padding: -1}]",
        "[conv2d: {filters: 6, kernel_size: 5, padding: full}]",
        "[conv2d: {filters: 6, kernel_size: 5, stride: 2}]",
        "[{flatten: {}, dense: classes}]",
        "[dense: many]",
        "[dense: 1/2]",
        "[{conv2d: {filters: 6, kernel_size: [3, 3, 3]}}]",
        "[dropout: 1]",
        "[relu]",
        "[{}]",
      })
  void refusesLayers(String layers) throws IOException {
    assertRefused(WHOLE.replace("[flatten, dense: classes]", layers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epochs: 1",
        "seeds: []",
        "seeds: [-1]",
        "seeds: 3",
        "normalize: {mean: 0.5}",
        "augmentation: [random_crop]",
        "augmentation: [{random_horizontal_flip: 1.5}]",
        "reference: {test_accuracy: 53}",
      })
  void refuses(String more) throws IOException {
    assertRefused(WHOLE + more);
  }

  /** In the place of any value a name of {@code define} may stand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset: $d",
        "model: $m",
        "model: {layers: $all, initializer: $i}",
        "model: {layers: [$head, {conv2d: $c}, {dense: {units: $u, use_bias: $b, activation: $a}}]}",
        "model: {layers: [conv2d: {filters: $w, kernel_size: [$k, 3], padding: $p}, flatten, dense: $u]}",
        "model: {layers: [repeat: {times: $n, layers: [$block]}, parallel: [[$one], $more]]}",
        "training: {batch_size: $n, optimizer: {sgd: {momentum: $m}}, phases: [{epochs: $e, learning_rate: $r}]}",
        "training: {optimizer: $o, phases: [$warm_up, {epochs: 1, learning_rate: {cosine: $r}}]}",
        "augmentation: [$more, {random_crop: $n}]",
        "normalize: {mean: $m, std: [$a, $b, $c]}",
        "seeds: $seeds",
        "seeds: [$first, 2]",
        "define: {width: 3, head: [flatten], sgd: {momentum: 0.9}, none: null}",
        "define:",
        "matrix: {width: [1, 2], training.batch_size: [4], head: {small: [flatten]}, exclude: [{width: 1}]}",
        "matrix: {dataset: [mnist, null], use: [true]}"
      })
  void takesNames(String more) throws IOException {
    assertEquals(List.of(), Schemas.mistakes("extends: other.yaml\n" + more));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: {layers: [conv2d: {filters: width, kernel_size: 3}]}",
        "model: {layers: [conv2d: {filters: $1, kernel_size: 3}]}",
        "model: {layers: [conv2d: {filters: $a-b, kernel_size: 3}]}",
        "model: {layers: [dense: $]}",
        "seeds: seeds",
        "dataset: $$mnist",
        "training: {batch_size: '4'}",
        "define: [1]",
        "define: {a-b: 1}",
        "define: {1: 1}",
        "matrix: {}",
        "matrix: [1]",
        "matrix: {width: 3}",
        "matrix: {width: []}",
        "matrix: {width: [[1]]}",
        "matrix: {width: [1], exclude: {width: 1}}"
      })
  void refusesWhatIsNoName(String more) throws IOException {
    assertFalse(Schemas.mistakes("extends: other.yaml\n" + more).isEmpty(), more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dataset: cifar10\n", "model: {layers: [flatten, dense: classes]}\n"})
  void withoutExtendsEveryRequiredKeyIsDemanded(String line) throws IOException {
    assertRefused(WHOLE.replace(line, ""));
    assertRefused(WHOLE.replace("batch_size: 4, ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends: other.yaml",
        "{extends: ../other.yaml, training: {phases: [{epochs: 3, learning_rate: {cosine: {from: 1}}}]}}",
        "{extends: other.yaml, normalize: {mean: 0.5}, model: {initializer: zeros}}",
      })
  void withExtendsMapsMayBePartial(String file) throws IOException {
    assertEquals(List.of(), Schemas.mistakes(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends: 3",
        "extends: other.json",
        "{extends: other.yaml, training: {phases: [{epochs: 3}]}}",
        "{extends: other.yaml, training: {phases: [{epochs: 3, learning_rate: 0}]}}",
        "{extends: other.yaml, training: {phases: [{epochs: 3, learning_rate: {cosine: {to: 1}}}]}}",
      })
  void withExtendsWhatIsThereIsStillChecked(String file) throws IOException {
    assertFalse(Schemas.mistakes(file).isEmpty());
  }

  /** By the schema and by the reader, which have to agree. */
  private static void assertTaken(String file) throws IOException {
    assertEquals(List.of(), Schemas.mistakes(file));
    ExperimentReader.parse(file);
  }

  private static void assertRefused(String file) throws IOException {
    assertFalse(Schemas.mistakes(file).isEmpty(), file);
    assertThrows(IllegalArgumentException.class, () -> ExperimentReader.parse(file), file);
  }

  /** Sentence, default, example and range of each key. */
  @ParameterizedTest
  @MethodSource("bakeoff.yaml.VocabularyTest#records")
  void saysAllThatTheRecordSays(Class<?> type) {
    List<Key> keys = Key.of(type);
    boolean said =
        JsonSchema.tree().findParents("properties").stream()
            .map(map -> map.get("properties"))
            .anyMatch(map -> keys.stream().allMatch(key -> says(map.path(key.name()), key)));
    assertTrue(said, type::toString);
  }

  private static boolean says(JsonNode property, Key key) {
    Range range = key.range();
    boolean list = property.has("items");
    ObjectNode bounds = Ranges.schema(range);
    JsonNode bounded = list ? property.get("items") : property;
    return property.path("description").asText().equals(key.doc())
        && property.has("default") == (key.defaultText() != null)
        && property.has("examples") != key.example().isEmpty()
        && bounds.properties().stream()
            .allMatch(bound -> bound.getValue().equals(bounded.get(bound.getKey())));
  }

  /** Each default and example is a value the key takes. */
  @Test
  void itsDefaultsAndExamplesAreValid() throws IOException {
    JsonNode schema = new JsonMapper().readTree(JsonSchema.text());
    int[] shown = {0};
    schema.findParents("properties").stream()
        .flatMap(map -> map.get("properties").properties().stream())
        .filter(key -> key.getValue().has("description"))
        .forEach(key -> shown[0] += assertShownIsValid(schema, key.getKey(), key.getValue()));
    assertTrue(shown[0] > 40, "keys with a default or an example: " + shown[0]);
  }

  private static int assertShownIsValid(JsonNode schema, String name, JsonNode key) {
    var alone = (ObjectNode) key.deepCopy();
    alone.set("definitions", schema.get("definitions"));
    var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(alone);
    List<JsonNode> shown = new ArrayList<>();
    key.path("examples").forEach(shown::add);
    if (key.has("default")) {
      shown.add(key.get("default"));
    }
    for (JsonNode value : shown) {
      assertEquals(List.of(), List.copyOf(validator.validate(value)), name + ": " + value);
    }
    return shown.size();
  }
}
