package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.run.Platform;
import bakeoff.train.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Bfloat16Test {

  private static final String LAYERS =
      """
      - conv2d: {filters: 8, kernel_size: 5, activation: relu}
      - max_pool2d: 4
      - flatten
      - dense: {units: 32, activation: relu}
      - dense: classes
      """;

  @BeforeEach
  void theProcessorHasIt() {
    assumeTrue(Platform.hasBfloat16(Device.CPU));
  }

  /** bfloat16 has 8 bits of precision: losses agree to about 2^-8, and hardly to 2^-20. */
  @Test
  void lossesAreNearFloat32ButNotEqual() {
    double exact = losses("float32");
    double near = losses("bfloat16");
    assertEquals(exact, near, exact / 64);
    assertTrue(Math.abs(exact - near) > exact / (1 << 20), exact + " and " + near);
  }

  @Test
  void sameBitsAgain() {
    assertEquals(trained(), trained());
  }

  /** A change too small for bfloat16 is not lost: the weights are float32. */
  @Test
  void weightsStayFloat32() {
    try (TfModel model = model("bfloat16")) {
      float[] first = weights(model);
      model.step(Trainings.noise(4, 0), 1e-6, 0);
      float[] then = weights(model);
      boolean small = false;
      for (int i = 0; i < first.length; i++) {
        double change = Math.abs(then[i] - first[i]);
        small |= change > 0 && change < Math.abs(first[i]) / 1024;
      }
      assertTrue(small);
    }
  }

  private static double losses(String precision) {
    try (TfModel model = model(precision)) {
      double sum = 0;
      for (int step = 0; step < 5; step++) {
        sum += model.step(Trainings.noise(32, step), 0.05, step).loss();
      }
      return sum;
    }
  }

  private static List<String> trained() {
    try (TfModel model = model("bfloat16")) {
      for (int step = 0; step < 3; step++) {
        model.step(Trainings.noise(4, step), 0.05, step);
      }
      return model.state().values().stream().map(a -> Arrays.toString(a.numbers())).toList();
    }
  }

  private static float[] weights(TfModel model) {
    return Objects.requireNonNull(model.state().get("3.dense/kernel")).numbers();
  }

  private static TfModel model(String precision) {
    return new TfModel(Trainings.of(LAYERS, "{sgd: {momentum: 0.9}}", precision), 3, 1, Device.CPU);
  }
}
