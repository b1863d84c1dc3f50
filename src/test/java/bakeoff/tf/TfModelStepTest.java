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
     * @param memory some numbers of this weight, kept from step to step, at first zero
     * @param step from 1
     */
    double change(double gradient, double rate, double[] memory, int step);
  }

  /** The same of a rule that looks at the weight, and at which array it is in. */
  private interface Whole {

    double change(
        int array, double weight, double gradient, double rate, double[] memory, int step);
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

  /** The first velocity is the gradient itself. */
  @Test
  void dampening() {
    agrees(
        "{sgd: {momentum: 0.9, dampening: 0.4}}",
        RATES,
        (gradient, rate, memory, step) -> {
          memory[0] = step == 1 ? gradient : 0.9 * memory[0] + 0.6 * gradient;
          return -rate * memory[0];
        });
  }

  @Test
  void coupledDecay() {
    agreesWhole(
        "{optimizer: {sgd: {momentum: 0.9, nesterov: true, weight_decay: 0.3}}}",
        (array, weight, gradient, rate, memory, step) -> {
          double pull = gradient + 0.3 * weight;
          memory[0] = 0.9 * memory[0] + pull;
          return -rate * (pull + 0.9 * memory[0]);
        });
  }

  @Test
  void adamWithCoupledDecay() {
    agreesWhole(
        "{optimizer: {adam: {beta1: 0.8, beta2: 0.99, epsilon: 0.01, weight_decay: 0.3}}}",
        (array, weight, gradient, rate, memory, step) ->
            adamStep(gradient + 0.3 * weight, rate, memory, step));
  }

  @Test
  void adamWithDecoupledDecay() {
    agreesWhole(
        "{optimizer: {adamw: {beta1: 0.8, beta2: 0.99, epsilon: 0.01, weight_decay: 0.3}}}",
        (array, weight, gradient, rate, memory, step) ->
            adamStep(gradient, rate, memory, step) - rate * 0.3 * weight);
  }

  private static double adamStep(double gradient, double rate, double[] memory, int step) {
    memory[0] = 0.8 * memory[0] + 0.2 * gradient;
    memory[1] = 0.99 * memory[1] + 0.01 * gradient * gradient;
    double mean = memory[0] / (1 - Math.pow(0.8, step));
    double square = memory[1] / (1 - Math.pow(0.99, step));
    return -rate * mean / (Math.sqrt(square) + 0.01);
  }

  @Test
  void rmsprop() {
    agreesWhole(
        "{optimizer: {rmsprop: {alpha: 0.9, epsilon: 0.1, weight_decay: 0.2}}}",
        (array, weight, gradient, rate, memory, step) -> {
          double pull = gradient + 0.2 * weight;
          memory[0] = 0.9 * memory[0] + 0.1 * pull * pull;
          return -rate * pull / (Math.sqrt(memory[0]) + 0.1);
        });
  }

  @Test
  void centeredRmspropWithMomentum() {
    agreesWhole(
        "{optimizer: {rmsprop: {alpha: 0.9, epsilon: 0.1, momentum: 0.7, centered: true}}}",
        (array, weight, gradient, rate, memory, step) -> {
          memory[0] = 0.9 * memory[0] + 0.1 * gradient * gradient;
          memory[1] = 0.9 * memory[1] + 0.1 * gradient;
          double deviation = Math.sqrt(memory[0] - memory[1] * memory[1]);
          memory[2] = 0.7 * memory[2] + gradient / (deviation + 0.1);
          return -rate * memory[2];
        });
  }

  /** Arrays 1 and 3 are biases, 2 and 3 the dense layer's. */
  @Test
  void groupsHaveTheirOwnRateAndDecay() {
    agreesWhole(
        "{optimizer: {sgd: {weight_decay: 0.3}}, parameter_groups: [{weights: ['*/bias'],"
            + " weight_decay: 0}, {layers: [dense], rate_factor: 0.5}]}",
        (array, weight, gradient, rate, memory, step) ->
            switch (array) {
              case 1, 3 -> -rate * gradient;
              case 2 -> -rate * 0.5 * (gradient + 0.3 * weight);
              default -> -rate * (gradient + 0.3 * weight);
            });
  }

  /** A frozen array's moments and its count of steps stand still. */
  @Test
  void freezesInAPhase() {
    agreesWhole(
        "{optimizer: {adam: {beta1: 0.8, beta2: 0.99, epsilon: 0.01}}, phases: [{steps: 1,"
            + " learning_rate: 1, freeze: ['0.*']}, {steps: 2, learning_rate: 1}]}",
        (array, weight, gradient, rate, memory, step) ->
            array > 1
                ? adamStep(gradient, rate, memory, step)
                : step == 1 ? 0 : adamStep(gradient, rate, memory, step - 1));
  }

  /** Three batches' gradients are one of all their images. */
  @Test
  void gathersGradientsOfBatches() {
    agreesWhole(
        "{batch_size: 2, accumulate: 3, optimizer: {sgd: {momentum: 0.5}}}",
        (array, weight, gradient, rate, memory, step) -> {
          memory[0] = 0.5 * memory[0] + gradient;
          return -rate * memory[0];
        });
  }

  @Test
  void clipsTheNormOfAllGradients() {
    for (double longest : new double[] {0.05, 1000}) {
      try (TfModel model = model("{optimizer: sgd, clip_norm: " + longest + "}")) {
        PlainNet plain = new PlainNet(model.state());
        Batch batch = Trainings.noise(4, 0);
        double[][] gradient = plain.gradient(batch);
        double squares = 0;
        for (double[] array : gradient) {
          for (double number : array) {
            squares += number * number;
          }
        }
        double factor = Math.min(1, longest / Math.sqrt(squares));
        model.step(batch, 0.5, 0);
        for (int i = 0; i < gradient.length; i++) {
          for (int j = 0; j < gradient[i].length; j++) {
            plain.weights()[i][j] -= 0.5 * factor * gradient[i][j];
          }
        }
        assertAgree(plain.weights(), model.state());
      }
    }
  }

  /** The smoothed loss is the plain one of mixed targets; of a test it is the plain one. */
  @Test
  void smoothsLabelsInTraining() {
    try (TfModel model = model("{loss: {cross_entropy: {label_smoothing: 0.2}}, optimizer: sgd}")) {
      PlainNet plain = new PlainNet(model.state());
      Batch batch = Trainings.noise(4, 0);
      plain.gradient(batch);
      assertEquals(plain.loss(), model.score(batch).loss(), 1e-4);
      Batch smooth = Trainings.noise(4, 0);
      for (int i = 0; i < smooth.targets().length; i++) {
        smooth.targets()[i] = smooth.targets()[i] == 1 ? 0.82f : 0.02f;
      }
      double[][] gradient = plain.gradient(smooth);
      assertEquals(plain.loss(), model.step(batch, 0.5, 0).loss(), 1e-4);
      for (int i = 0; i < gradient.length; i++) {
        for (int j = 0; j < gradient[i].length; j++) {
          plain.weights()[i][j] -= 0.5 * gradient[i][j];
        }
      }
      assertAgree(plain.weights(), model.state());
    }
  }

  /** Outputs of a bias alone: the mean of ten squares, and twice a tenth of each distance. */
  @Test
  void meanSquaredError() {
    String layers = "- flatten\n- dense: {units: classes, initializer: zeros}\n";
    String training = "{loss: mean_squared_error, optimizer: sgd}";
    try (TfModel model = new TfModel(Trainings.with(layers, training), 3, 1, Device.CPU)) {
      Batch batch = Trainings.noise(2, 0);
      assertEquals(2 * 0.1, model.step(batch, 1, 0).loss(), 1e-6);
      Array bias = model.state().getOrDefault("1.dense/bias", new Array(List.of(0), new float[0]));
      for (int c = 0; c < 10; c++) {
        // Half of the images are of class 0, half of class 3.
        assertEquals(c == 0 || c == 3 ? 0.5 * 2 / 10 : 0, bias.numbers()[c], 1e-6);
      }
    }
  }

  private static TfModel model(String training) {
    return new TfModel(Trainings.with(PlainNet.LAYERS, training), 3, 1, Device.CPU);
  }

  private static void agreesWhole(String training, Whole rule) {
    try (TfModel model = model(training)) {
      PlainNet plain = new PlainNet(model.state());
      List<double[][]> memory = new ArrayList<>();
      for (double[] weights : plain.weights()) {
        memory.add(new double[weights.length][3]);
      }
      int[] sizes = {6, 6, 5};
      for (int step = 0; step < RATES.length; step++) {
        Batch batch = Trainings.noise(sizes[step], step);
        double[][] gradient = plain.gradient(batch);
        assertEquals(plain.loss(), model.step(batch, RATES[step], step).loss(), 1e-3);
        for (int i = 0; i < gradient.length; i++) {
          for (int j = 0; j < gradient[i].length; j++) {
            double weight = plain.weights()[i][j];
            plain.weights()[i][j] +=
                rule.change(i, weight, gradient[i][j], RATES[step], memory.get(i)[j], step + 1);
          }
        }
        assertAgree(plain.weights(), model.state());
      }
    }
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
