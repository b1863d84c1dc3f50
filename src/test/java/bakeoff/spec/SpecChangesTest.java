package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecChangesTest {

  private static final String BASE =
      """
      {"description": "old", "dataset": "cifar10", "normalize": {"mean": 0.5, "std": 0.5},
       "augmentation": {"train": [], "test": []},
       "model": {"initializer": "torch_default", "layers": [
         {"conv2d": {"filters": 6, "kernel_size": 5, "strides": 1, "padding": "valid",
                     "use_bias": true, "activation": "relu"}},
         "flatten",
         {"dense": {"units": 120, "use_bias": true, "activation": "relu"}},
         {"dense": {"units": 84, "use_bias": true, "activation": "relu"}},
         {"dropout": {"rate": 0.1}},
         {"dense": {"units": "classes", "use_bias": true, "activation": "linear"}}]},
       "training": {"batch_size": 4,
         "optimizer": {"sgd": {"momentum": 0.9, "nesterov": false}},
         "phases": [{"epochs": 2, "learning_rate": {"constant": {"rate": 0.001}}}]},
       "seeds": [1]}
      """;

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> changes(String... replacements) {
    String after = BASE;
    for (int i = 0; i < replacements.length; i += 2) {
      assertEquals(true, after.contains(replacements[i]), replacements[i]);
      after = after.replace(replacements[i], replacements[i + 1]);
    }
    return SpecChanges.between(json(BASE), json(after));
  }

  @Test
  void wordsAndSeedsAreNoChange() {
    assertEquals(List.of(), changes("\"old\"", "\"new\"", "[1]", "[1, 2]", "0.5,", "0.50,"));
  }

  @Test
  void scalarsHaveDottedKeys() {
    assertEquals(
        List.of("training.batch_size: 4 -> 32", "training.phases.0.epochs: 2 -> 25"),
        changes("\"batch_size\": 4", "\"batch_size\": 32", "\"epochs\": 2", "\"epochs\": 25"));
  }

  @Test
  void aKeyThatWasNotSet() {
    assertEquals(
        List.of("normalize: {mean: 0.5, std: 0.5} -> not set", "training.threads: not set -> 2"),
        changes(
            "\"normalize\": {\"mean\": 0.5, \"std\": 0.5},",
            "",
            "\"batch_size\": 4",
            "\"threads\": 2, \"batch_size\": 4"));
  }

  @Test
  void augmentationOfBothSplitsIsToldOnce() {
    String list =
        "[\"random_horizontal_flip\", {\"random_rotation\": "
            + "{\"degrees\": 45, \"fill\": 0.5, \"interpolation\": \"nearest\"}}]";
    assertEquals(
        List.of(
            "augmentation.train: + random_horizontal_flip",
            "augmentation.train: + random_rotation {degrees: 45, fill: 0.5}"),
        changes("\"train\": []", "\"train\": " + list));
    assertEquals(
        List.of(
            "augmentation (train and test): + random_horizontal_flip",
            "augmentation (train and test): + random_rotation {degrees: 45, fill: 0.5}"),
        changes("\"train\": []", "\"train\": " + list, "\"test\": []", "\"test\": " + list));
  }

  @Test
  void layersAreAlignedNotCountedOff() {
    assertEquals(
        List.of("conv2d 6 -> conv2d 32", "+ max_pool2d 2 after conv2d 32"),
        changes(
            "\"filters\": 6",
            "\"filters\": 32",
            "\"flatten\",",
            "{\"max_pool2d\": {\"pool_size\": 2}}, \"flatten\","));
  }

  @Test
  void denseStackOfTheThirdModel() {
    assertEquals(
        List.of("dense 120 -> dense 200", "dense 84 -> dense 100", "+ dense 50 after dense 100"),
        changes(
            "\"units\": 120",
            "\"units\": 200",
            "{\"dense\": {\"units\": 84, \"use_bias\": true, \"activation\": \"relu\"}}",
            "{\"dense\": {\"units\": 100, \"use_bias\": true, \"activation\": \"relu\"}},"
                + "{\"dense\": {\"units\": 50, \"use_bias\": true, \"activation\": \"relu\"}}"));
  }

  /** The first convolution has what the second had: still each stands for the one in its place. */
  @Test
  void widerEverywhere() {
    String pool = "{\"max_pool2d\": {\"pool_size\": 2}}";
    assertEquals(
        List.of("conv2d 32 -> conv2d 64", "conv2d 64 -> conv2d 128"),
        SpecChanges.between(stack(32, pool, 64), stack(64, pool, 128)));
  }

  private static JsonNode stack(int first, String between, int second) {
    String form =
        "{\"model\": {\"layers\": [{\"conv2d\": {\"filters\": %d}}, %s, "
            + "{\"conv2d\": {\"filters\": %d}}, %s, \"flatten\"]}}";
    return json(form.formatted(first, between, second, between));
  }

  @Test
  void aLayerTakenOut() {
    assertEquals(List.of("- dropout 0.1"), changes("{\"dropout\": {\"rate\": 0.1}},", ""));
  }

  @Test
  void anotherArgumentOfALayer() {
    assertEquals(
        List.of("conv2d 6 (kernel_size: 5 -> 3, padding: valid -> same)"),
        changes("\"kernel_size\": 5", "\"kernel_size\": 3", "\"valid\"", "\"same\""));
  }

  @Test
  void aPhaseMore() {
    assertEquals(
        List.of("training.phases: + {epochs: 25, learning_rate: 0.0001}"),
        changes(
            "{\"rate\": 0.001}}}",
            "{\"rate\": 0.001}}},"
                + "{\"epochs\": 25, \"learning_rate\": {\"constant\": {\"rate\": 0.0001}}}"));
  }

  @Test
  void anotherScheduleAndAnotherOptimizer() {
    assertEquals(
        List.of(
            "training.optimizer: sgd {momentum: 0.9} -> adam",
            "training.phases.0.learning_rate: 0.001 -> cosine {from: 0.1}"),
        changes(
            "{\"sgd\": {\"momentum\": 0.9, \"nesterov\": false}}",
            "\"adam\"",
            "{\"constant\": {\"rate\": 0.001}}",
            "{\"cosine\": {\"from\": 0.1, \"to\": 0}}"));
    assertEquals(
        List.of("training.optimizer.sgd.momentum: 0.9 -> 0.8"),
        changes("\"momentum\": 0.9", "\"momentum\": 0.8"));
  }

  @Test
  void kindsThatThisVersionDoesNotKnow() {
    assertEquals(
        List.of("- flatten", "+ {warp: {x: 1}} after conv2d 6"),
        changes("\"flatten\"", "{\"warp\": {\"x\": 1}}"));
  }

  /** A composite layer's lists are aligned as the whole network is. */
  @Test
  void whatChangedInsideACompositeLayer() {
    String block =
        "{\"residual\": {\"body\": [{\"conv2d\": {\"filters\": 8, \"kernel_size\": 3}}, \"batch_norm\"],"
            + " \"shortcut\": [], \"activation\": \"relu\"}}, ";
    String before = BASE.replace("\"flatten\",", block + block + "\"flatten\",");
    String after =
        before
            .replaceFirst("\"batch_norm\"\\]", "\"batch_norm\", {\"dropout\": {\"rate\": 0.5}}]")
            .replaceFirst("\"shortcut\": \\[\\]", "\"shortcut\": [{\"scale\": {\"factor\": 2}}]")
            .replaceFirst(
                "\"activation\": \"relu\"}}, \"flatten", "\"activation\": \"gelu\"}}, \"flatten");
    assertEquals(
        List.of(
            "residual 1 body: + dropout 0.5 after batch_norm",
            "residual 1 shortcut: + scale 2 first",
            "residual (activation: relu -> gelu)"),
        SpecChanges.between(json(before), json(after)));
  }

  @Test
  void whatChangedInARepeat() {
    String block =
        "{\"repeat\": {\"times\": 3, \"layers\": [{\"conv2d\": {\"filters\": 8, \"kernel_size\": 3}},"
            + " \"batch_norm\", {\"residual\": {\"body\": [\"batch_norm\"]}}]}}, ";
    String before = BASE.replace("\"flatten\",", block + "\"flatten\",");
    String after =
        before
            .replace("\"times\": 3", "\"times\": 5")
            .replace(
                "\"kernel_size\": 3}}",
                "\"kernel_size\": 3}}, {\"activation\": {\"function\": \"relu\"}}")
            .replace("[\"batch_norm\"]", "[{\"scale\": {\"factor\": 2}}, \"batch_norm\"]");
    assertEquals(
        List.of(
            "repeat: + activation relu after conv2d 8",
            "repeat: residual: + scale 2 first",
            "repeat (times: 3 -> 5)"),
        SpecChanges.between(json(before), json(after)));
  }

  @Test
  void whatChangedInABranch() {
    String block =
        "{\"parallel\": {\"branches\": [[], [{\"dropout\": {\"rate\": 0.5}}]], \"combine\": \"sum\"}}, ";
    String before = BASE.replace("\"flatten\",", block + "\"flatten\",");
    assertEquals(
        List.of("parallel: branch 1: dropout 0.5 -> dropout 0.25"),
        SpecChanges.between(json(before), json(before.replace("0.5}}]]", "0.25}}]]"))));
  }

  /** Results of before a key existed have what is its default now. */
  @Test
  void aKeyThatIsNewIsNoChange() {
    assertEquals(
        List.of("dense 120 -> dense 100"),
        changes(
            "\"units\": 120, \"use_bias\": true",
            "\"units\": 100, \"trainable\": true, \"use_bias\": true"));
  }
}
