package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Running statistics: what they are, who changes them, and who does not. */
class BatchNormTest {

  private static final String NET =
      """
      - batch_norm: {momentum: 0.75}
      - global_avg_pool2d
      - dense: classes
      """;

  private static TfModel model(String layers) {
    return new TfModel(Trainings.of(layers, "{sgd: {momentum: 0.9}}"), 1, 1, Device.CPU);
  }

  private static float[] numbers(TfModel model, String name) {
    return Optional.ofNullable(model.state().get(name)).map(Array::numbers).orElseThrow();
  }

  @Test
  void runningFiguresFollowTheBatchesAsPyTorchs() {
    try (TfModel model = model(NET)) {
      double mean = 0;
      double variance = 1;
      for (int step = 0; step < 3; step++) {
        Batch batch = Trainings.noise(step == 2 ? 3 : 4, step);
        model.step(batch, 0.1, step);
        double[] figures = channel(batch, 1);
        mean = 0.75 * mean + 0.25 * figures[0];
        variance = 0.75 * variance + 0.25 * figures[1];
        assertEquals(mean, numbers(model, "0.batch_norm/mean")[1], 1e-6);
        assertEquals(variance, numbers(model, "0.batch_norm/variance")[1], 1e-6);
      }
    }
  }

  /** Mean and unbiased variance of one channel of a batch. */
  private static double[] channel(Batch batch, int channel) {
    int count = batch.size() * 32 * 32;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += batch.images()[3 * i + channel];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += Math.pow(batch.images()[3 * i + channel] - mean, 2);
    }
    return new double[] {mean, squares / (count - 1)};
  }

  @Test
  void scoringChangesNothingAndUsesTheRunningFigures() {
    try (TfModel model = model(NET)) {
      model.step(Trainings.noise(4, 0), 0.1, 0);
      float[] before = numbers(model, "0.batch_norm/mean");
      double both = model.score(Trainings.noise(2, 1)).loss();
      Batch two = Trainings.noise(2, 1);
      int half = two.images().length / 2;
      double one = 0;
      for (int i = 0; i < 2; i++) {
        float[] image = Arrays.copyOfRange(two.images(), i * half, (i + 1) * half);
        float[] target = Arrays.copyOfRange(two.targets(), i * 10, (i + 1) * 10);
        one += model.score(new Batch(1, image, new int[] {two.labels()[i]}, target)).loss();
      }
      assertEquals(both, one, 1e-5);
      assertArrayEquals(before, numbers(model, "0.batch_norm/mean"));
    }
  }

  @Test
  void statisticsAreStateButNotTheOptimizers() {
    try (TfModel model = model(NET)) {
      assertEquals(
          Set.of(
              "0.batch_norm/scale",
              "0.batch_norm/scale/momentum",
              "0.batch_norm/offset",
              "0.batch_norm/offset/momentum",
              "0.batch_norm/mean",
              "0.batch_norm/variance",
              "2.dense/kernel",
              "2.dense/kernel/momentum",
              "2.dense/bias",
              "2.dense/bias/momentum"),
          model.state().keySet());
      assertArrayEquals(new float[] {1, 1, 1}, numbers(model, "0.batch_norm/scale"));
      assertArrayEquals(new float[] {0, 0, 0}, numbers(model, "0.batch_norm/mean"));
      assertArrayEquals(new float[] {1, 1, 1}, numbers(model, "0.batch_norm/variance"));
    }
  }

  /** A batch of one row has no variance: the output is the offset, and nothing is not a number. */
  @Test
  void oneImageAfterFlatten() {
    try (TfModel model = model("- flatten\n- batch_norm\n- dense: classes\n")) {
      assertTrue(Double.isFinite(model.step(Trainings.noise(1, 0), 0.1, 0).loss()));
      for (Array array : model.state().values()) {
        for (float number : array.numbers()) {
          assertTrue(Float.isFinite(number));
        }
      }
    }
  }

  @Test
  void whatIsNotTrainableStays() {
    String frozen =
        """
        - conv2d: {filters: 4, kernel_size: 3, trainable: false}
        - batch_norm: {trainable: false}
        - residual: [depthwise_conv2d: {kernel_size: 3, padding: same, trainable: false}]
        - flatten
        - dense: classes
        """;
    stays(
        frozen,
        "4.dense/kernel",
        "0.conv2d/kernel",
        "0.conv2d/bias",
        "1.batch_norm/scale",
        "2.residual/body/0.depthwise_conv2d/kernel");
  }

  /** A composite layer's word is for all that is in it, and for nothing behind it. */
  @Test
  void whatStandsInAFrozenLayerStays() {
    String frozen =
        """
        - repeat:
            times: 2
            trainable: false
            layers: [parallel: [[], [{conv2d: {filters: 2, kernel_size: 1}}, batch_norm]]]
        - residual: {body: [sequential: [depthwise_conv2d: {kernel_size: 1}]], trainable: false}
        - batch_norm
        - sequential: {layers: [parallel: {branches: [[scale: {factor: 1, learned: true}]], trainable: false}]}
        - flatten
        - dense: classes
        """;
    stays(
        frozen,
        "5.dense/kernel",
        "0.repeat/0/0.parallel/1/0.conv2d/kernel",
        "0.repeat/1/0.parallel/1/1.batch_norm/offset",
        "1.residual/body/0.sequential/0.depthwise_conv2d/kernel",
        "3.sequential/0.parallel/0/0.scale/factor");
  }

  private static void stays(String layers, String learned, String... frozen) {
    try (TfModel model = model(layers)) {
      Map<String, Array> before = model.state();
      assertFalse(before.containsKey(frozen[0] + "/momentum"));
      model.step(Trainings.noise(4, 0), 0.1, 0);
      model.step(Trainings.noise(4, 1), 0.1, 1);
      for (String name : frozen) {
        Array array = Optional.ofNullable(before.get(name)).orElseThrow();
        assertArrayEquals(array.numbers(), numbers(model, name), name);
      }
      for (String name : before.keySet()) {
        if (name.equals(learned) || name.endsWith("batch_norm/mean")) {
          float[] first = Optional.ofNullable(before.get(name)).orElseThrow().numbers();
          assertFalse(Arrays.equals(first, numbers(model, name)), name);
        }
      }
    }
  }
}
