package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.train.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whole steps of training against the same arithmetic in double precision. */
class TfModelStepTest {

  private static final double[] RATES = {0.1, 0.05, 0.02};
  private static final int[] SIZES = {4, 4, 3};

  /** How the gradient of a step changes one weight. */
  private interface Rule {

    /**
     * @param memory two numbers of this weight, kept from step to step, at first zero
     * @param step from 1
     */
    double change(double gradient, double rate, double[] memory, int step);
  }

  @Test
  void plainDescent() {
    agrees("sgd", RATES, (gradient, rate, memory, step) -> -rate * gradient);
  }

  @Test
  void momentum() {
    agrees(
        "{sgd: {momentum: 0.9}}",
        RATES,
        (gradient, rate, memory, step) -> {
          memory[0] = 0.9 * memory[0] + gradient;
          return -rate * memory[0];
        });
  }

  @Test
  void nesterov() {
    agrees(
        "{sgd: {momentum: 0.9, nesterov: true}}",
        RATES,
        (gradient, rate, memory, step) -> {
          memory[0] = 0.9 * memory[0] + gradient;
          return -rate * (gradient + 0.9 * memory[0]);
        });
  }

  /** With an epsilon that is large enough to be seen where it stands. */
  @Test
  void adam() {
    agrees(
        "{adam: {beta1: 0.8, beta2: 0.99, epsilon: 0.01}}",
        new double[] {0.01, 0.005, 0.002},
        (gradient, rate, memory, step) -> {
          memory[0] = 0.8 * memory[0] + 0.2 * gradient;
          memory[1] = 0.99 * memory[1] + 0.01 * gradient * gradient;
          double mean = memory[0] / (1 - Math.pow(0.8, step));
          double square = memory[1] / (1 - Math.pow(0.99, step));
          return -rate * mean / (Math.sqrt(square) + 0.01);
        });
  }

  /** The loss of a mixed image is the mean of its classes' losses, and so is its gradient. */
  @Test
  void mixedImages() {
    Rule descent = (gradient, rate, memory, step) -> -rate * gradient;
    agrees("sgd", RATES, descent, TfModelStepTest::mix);
  }

  private static void mix(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      batch.targets()[10 * i + batch.labels()[i]] = 0.7f;
      batch.targets()[10 * i + (batch.labels()[i] + 4) % 10] = 0.3f;
    }
  }

  private static void agrees(String optimizer, double[] rates, Rule rule) {
    agrees(optimizer, rates, rule, batch -> {});
  }

  private static void agrees(
      String optimizer, double[] rates, Rule rule, Consumer<Batch> preparation) {
    try (TfModel model = new TfModel(Trainings.of(PlainNet.LAYERS, optimizer), 3, 1, Device.CPU)) {
      PlainNet plain = new PlainNet(model.state());
      List<double[][]> memory = new ArrayList<>();
      for (double[] weights : plain.weights()) {
        memory.add(new double[weights.length][2]);
      }
      for (int step = 0; step < rates.length; step++) {
        Batch batch = Trainings.noise(SIZES[step], step);
        preparation.accept(batch);
        double[][] gradient = plain.gradient(batch);
        Score score = model.step(batch, rates[step], step);
        assertEquals(plain.loss(), score.loss(), 1e-4 * plain.loss());
        for (int i = 0; i < gradient.length; i++) {
          for (int j = 0; j < gradient[i].length; j++) {
            plain.weights()[i][j] +=
                rule.change(gradient[i][j], rates[step], memory.get(i)[j], step + 1);
          }
        }
        assertAgree(plain.weights(), model.state());
      }
    }
  }

  private static void assertAgree(double[][] expected, Map<String, Array> state) {
    for (int i = 0; i < expected.length; i++) {
      Array none = new Array(List.of(0), new float[0]);
      Array array = state.getOrDefault(PlainNet.NAMES[i], none);
      assertEquals(expected[i].length, array.numbers().length);
      for (int j = 0; j < expected[i].length; j++) {
        assertEquals(expected[i][j], array.numbers()[j], 1e-5, PlainNet.NAMES[i] + " " + j);
      }
    }
  }
}
