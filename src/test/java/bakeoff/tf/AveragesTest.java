package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.yaml.ExperimentReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Running means and slow weights against the same arithmetic on a model without them. */
class AveragesTest {

  private static final String LAYERS =
      """
      - conv2d: {filters: 3, kernel_size: 3, strides: 4}
      - batch_norm
      - flatten
      - dense: classes
      """;
  private static final List<String> FOLLOWED =
      List.of("0.conv2d/kernel", "1.batch_norm/mean", "1.batch_norm/variance", "3.dense/bias");

  private static TfModel model(String keys) {
    return new TfModel(
        Trainings.with(LAYERS, "{optimizer: {sgd: {momentum: 0.5}}" + keys + "}"),
        3,
        1,
        Device.CPU);
  }

  private static float[] numbers(Map<String, Array> state, String name) {
    Array array = state.get(name);
    if (array == null) {
      throw new AssertionError(name + " is not among " + state.keySet());
    }
    return array.numbers();
  }

  @Test
  void runningMeansAreTestedInPlaceOfTheWeights() {
    try (TfModel plain = model("");
        TfModel averaged = model(", ema: 0.8")) {
      Map<String, double[]> means = new HashMap<>();
      for (String name : FOLLOWED) {
        means.put(name, doubles(numbers(plain.state(), name)));
      }
      for (int step = 0; step < 4; step++) {
        plain.step(Trainings.noise(4, step), 0.1, step);
        averaged.step(Trainings.noise(4, step), 0.1, step);
        Map<String, Array> state = plain.state();
        means.forEach(
            (name, mean) -> {
              float[] now = numbers(state, name);
              for (int i = 0; i < mean.length; i++) {
                mean[i] = 0.8 * mean[i] + 0.2 * now[i];
              }
            });
      }
      Batch batch = Trainings.noise(4, 9);
      double unlike = plain.score(batch).loss();
      double loss = averaged.score(batch).loss();
      Map<String, Array> state = averaged.state();
      for (String name : FOLLOWED) {
        assertArrayEquals(numbers(plain.state(), name), numbers(state, name), name);
        assertArrayEquals(means.get(name), doubles(numbers(averaged.tested(), name)), 1e-6, name);
      }
      Map<String, Array> tested = plain.state();
      tested.keySet().removeIf(name -> name.endsWith("/momentum"));
      assertEquals(tested.keySet(), averaged.tested().keySet());
      Map<String, Array> another = plain.state();
      another.putAll(averaged.tested());
      plain.restore(another);
      assertEquals(plain.score(batch).loss(), loss);
      assertNotEquals(unlike, loss);
      assertEquals(loss, averaged.score(batch).loss());
    }
  }

  /** Every second of five steps the slow weights keep 0.6 (steps / 5)^2; they are the end. */
  @Test
  void slowWeightsAreGoneOnFrom() {
    String phases = ", phases: [{steps: 5, learning_rate: 1}]";
    try (TfModel plain = model(phases);
        TfModel looking = model(phases + ", lookahead: {every: 2, decay: 0.6, power: 2}")) {
      Map<String, double[]> slow = new HashMap<>();
      for (String name : FOLLOWED) {
        slow.put(name, doubles(numbers(plain.state(), name)));
      }
      for (int step = 0; step < 5; step++) {
        plain.step(Trainings.noise(4, step), 0.1, step);
        looking.step(Trainings.noise(4, step), 0.1, step);
        double done = step + 1;
        double kept = done % 2 == 0 ? 0.6 * (done / 5) * (done / 5) : done == 5 ? 1 : -1;
        if (kept >= 0) {
          Map<String, Array> state = new HashMap<>(plain.state());
          for (Map.Entry<String, Array> entry : plain.state().entrySet()) {
            float[] before = numbers(looking.state(), entry.getKey());
            assertEquals(before.length, entry.getValue().numbers().length);
            boolean velocity = entry.getKey().endsWith("/momentum");
            float[] now = velocity ? entry.getValue().numbers() : before;
            state.put(entry.getKey(), new Array(entry.getValue().shape(), now));
          }
          for (String name : FOLLOWED) {
            float[] fast = numbers(plain.state(), name);
            double[] mean = slow.getOrDefault(name, new double[0]);
            for (int i = 0; i < mean.length; i++) {
              mean[i] = kept * mean[i] + (1 - kept) * fast[i];
            }
            assertArrayEquals(mean, doubles(numbers(looking.state(), name)), 1e-5, name);
          }
          plain.restore(state);
        }
      }
    }
  }

  /** Three steps, of which the second is the last that lookahead took part in. */
  @Test
  void slowWeightsAreExchangedToBeValidatedAndBack() {
    try (TfModel model =
        new TfModel(
            ExperimentReader.parse(
                """
                dataset: shapes
                validation: 0.1
                model: {layers: [flatten, dense: classes]}
                training:
                  batch_size: 4
                  optimizer: sgd
                  lookahead: {every: 2}
                  phases: [{epochs: 1, learning_rate: 0.1}]
                """),
            3,
            1,
            Device.CPU)) {
      for (int step = 0; step < 3; step++) {
        model.step(Trainings.noise(4, step), 0.1, step);
      }
      Map<String, Array> before = model.state();
      double fast = model.score(Trainings.noise(4, 9)).loss();
      model.exchangeSlow();
      Map<String, Array> exchanged = model.state();
      for (String name : List.of("1.dense/kernel", "1.dense/bias")) {
        assertArrayEquals(numbers(before, name + "/slow"), numbers(exchanged, name));
        assertArrayEquals(numbers(before, name), numbers(exchanged, name + "/slow"));
      }
      assertNotEquals(fast, model.score(Trainings.noise(4, 9)).loss());
      model.exchangeSlow();
      before.forEach(
          (name, array) -> assertArrayEquals(array.numbers(), numbers(model.state(), name)));
      assertEquals(fast, model.score(Trainings.noise(4, 9)).loss());
    }
  }

  private static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }
}
