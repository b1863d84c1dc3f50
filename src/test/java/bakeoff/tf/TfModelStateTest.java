package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.train.Array;
import bakeoff.train.Device;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model starts with, hands out and takes back. */
class TfModelStateTest {

  /** 5x5x3 inputs of an output of the convolution: fan_in 75, fan_out 25 x 40. */
  private static String layers(String initializer) {
    return """
        - conv2d: {filters: 40, kernel_size: 5, strides: 4, initializer: %s}
        - flatten
        - dropout: 0.5
        - dense: {units: classes, initializer: zeros}
        """
        .formatted(initializer);
  }

  private static TfModel model(String initializer, String optimizer, int seed) {
    return new TfModel(Trainings.of(layers(initializer), optimizer), seed, 1, Device.CPU);
  }

  private static float[] numbers(Map<String, Array> state, String name) {
    Array array = state.get(name);
    if (array == null) {
      throw new AssertionError(name + " is not among " + state.keySet());
    }
    return array.numbers();
  }

  /** The standard deviation is that of the paper's formula; a uniform one ends at its sqrt 3. */
  @ParameterizedTest
  @CsvSource({
    "torch_default, 0.0666667, true, true",
    "kaiming_uniform, 0.1632993, true, false",
    "kaiming_normal, 0.1632993, false, false",
    "glorot_uniform, 0.0431331, true, false",
    "lecun_normal, 0.1154701, false, false",
  })
  void startsAsItsInitializerSays(
      String initializer, double deviation, boolean uniform, boolean withBias) {
    try (TfModel model = model(initializer, "sgd", 1)) {
      Map<String, Array> state = model.state();
      float[] kernel = numbers(state, "0.conv2d/kernel");
      assertEquals(3000, kernel.length);
      double squares = 0;
      double largest = 0;
      double sum = 0;
      for (float weight : kernel) {
        squares += weight * weight;
        largest = Math.max(largest, Math.abs(weight));
        sum += weight;
      }
      assertEquals(deviation, Math.sqrt(squares / 3000), 0.06 * deviation);
      assertEquals(0, sum / 3000, 4 * deviation / Math.sqrt(3000));
      assertEquals(uniform, largest <= Math.sqrt(3) * deviation * 1.00001);
      assertEquals(withBias, anyOtherThanZero(numbers(state, "0.conv2d/bias")));
      assertFalse(anyOtherThanZero(numbers(state, "3.dense/kernel")));
    }
  }

  private static boolean anyOtherThanZero(float[] numbers) {
    for (float number : numbers) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theSeedAloneDecidesHowItStarts() {
    try (TfModel one = model("torch_default", "sgd", 1);
        TfModel same = model("torch_default", "{sgd: {momentum: 0.5}}", 1);
        TfModel other = model("torch_default", "sgd", 2)) {
      String kernel = "0.conv2d/kernel";
      assertArrayEquals(numbers(one.state(), kernel), numbers(same.state(), kernel));
      assertFalse(Arrays.equals(numbers(one.state(), kernel), numbers(other.state(), kernel)));
    }
  }

  @Test
  void holdsTheOptimizersMemoryToo() {
    Set<String> weights =
        Set.of("0.conv2d/kernel", "0.conv2d/bias", "3.dense/kernel", "3.dense/bias");
    try (TfModel plain = model("zeros", "sgd", 1);
        TfModel momentum = model("zeros", "{sgd: {momentum: 0.5}}", 1);
        TfModel adam = model("zeros", "adam", 1)) {
      assertEquals(weights, plain.state().keySet());
      assertEquals(withSuffixes(weights, "/momentum"), momentum.state().keySet());
      assertEquals(withSuffixes(weights, "/m", "/v"), adam.state().keySet());
    }
  }

  private static Set<String> withSuffixes(Set<String> names, String... suffixes) {
    Set<String> all = new TreeSet<>(names);
    for (String suffix : suffixes) {
      names.forEach(name -> all.add(name + suffix));
    }
    return all;
  }

  @Test
  void goesOnFromAStateAsTheModelThatGaveIt() {
    try (TfModel first = model("torch_default", "adam", 1);
        TfModel second = model("torch_default", "adam", 1)) {
      first.step(Trainings.noise(4, 0), 0.01, 0);
      Map<String, Array> state = first.state();
      first.step(Trainings.noise(4, 1), 0.01, 1);
      assertNotEquals(digest(state), digest(first.state()));
      second.restore(state);
      assertEquals(digest(state), digest(second.state()));
      second.step(Trainings.noise(4, 1), 0.01, 1);
      assertEquals(digest(first.state()), digest(second.state()));
    }
  }

  private static Map<String, Integer> digest(Map<String, Array> state) {
    Map<String, Integer> hashes = new HashMap<>();
    state.forEach((name, array) -> hashes.put(name, Arrays.hashCode(array.numbers())));
    return hashes;
  }

  @Test
  void refusesAnotherNetworksState() {
    try (TfModel model = model("torch_default", "sgd", 1)) {
      Map<String, Array> state = model.state();
      Map<String, Array> fewer = new HashMap<>(state);
      fewer.remove("3.dense/bias");
      assertRefuses(model, fewer);
      Map<String, Array> more = new HashMap<>(state);
      more.put("4.dense/bias", new Array(List.of(1), new float[1]));
      assertRefuses(model, more);
      Map<String, Array> turned = new HashMap<>(state);
      float[] kernel = numbers(state, "0.conv2d/kernel");
      turned.put("0.conv2d/kernel", new Array(List.of(5, 5, 40, 3), kernel));
      assertRefuses(model, turned);
      assertEquals(digest(state), digest(model.state()));
    }
  }

  private static void assertRefuses(TfModel model, Map<String, Array> state) {
    assertThrows(IllegalArgumentException.class, () -> model.restore(state));
  }

  @Test
  void scoringChangesNothingAndDropsNothing() {
    try (TfModel model = model("torch_default", "{sgd: {momentum: 0.5}}", 1)) {
      model.step(Trainings.noise(4, 1), 0.1, 0);
      Map<String, Integer> before = digest(model.state());
      double loss = model.score(Trainings.noise(4, 0)).loss();
      assertEquals(loss, model.score(Trainings.noise(4, 0)).loss());
      assertEquals(before, digest(model.state()));
    }
  }

  @Test
  void dropsByTheNumberOfTheStep() {
    try (TfModel model = model("torch_default", "sgd", 1)) {
      model.step(Trainings.noise(4, 0), 0.01, 0); // away from the last layer's zeros
      double third = model.step(Trainings.noise(4, 0), 0, 3).loss();
      double fourth = model.step(Trainings.noise(4, 0), 0, 4).loss();
      assertNotEquals(third, fourth);
      assertEquals(third, model.step(Trainings.noise(4, 0), 0, 3).loss());
    }
  }

  @Test
  void recognizesWhatItHasLearnt() {
    try (TfModel model = model("torch_default", "adam", 1)) {
      for (int step = 0; step < 60; step++) {
        model.step(Trainings.noise(4, 0), 0.001, step);
      }
      int[] predicted = model.score(Trainings.noise(4, 0)).predicted();
      assertArrayEquals(Trainings.noise(4, 0).labels(), predicted);
      assertTrue(model.score(Trainings.noise(4, 0)).loss() < 1);
    }
  }
}
