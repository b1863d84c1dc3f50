package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.initializer.Zeros;
import bakeoff.layer.Activation;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.AvgPool2d;
import bakeoff.layer.Layer;
import bakeoff.layer.MaxPool2d;
import bakeoff.layer.Padding;
import bakeoff.layer.Size;
import bakeoff.spec.Precision;
import bakeoff.train.Device;
import bakeoff.yaml.LayerText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Numbers that layers without weights give, against tables and arithmetic by hand. */
class ForwardValuesTest {

  /**
   * At -2, 0.5 and 8. Φ(-2) = 0.0227501, Φ(0.5) = 0.6914625; sigmoid(-2) = 0.1192029, sigmoid(0.5)
   * = 0.6224593, sigmoid(8) = 0.9996647; the tanh form's arguments are ∓sqrt(2/π) 2.35772 and
   * sqrt(2/π) 0.5055894.
   */
  @ParameterizedTest
  @CsvSource({
    "LINEAR, -2, 0.5, 8",
    "RELU, 0, 0.5, 8",
    "RELU6, 0, 0.5, 6",
    "LEAKY_RELU, -0.02, 0.5, 8",
    "ELU, -0.8646647, 0.5, 8",
    "GELU, -0.0455003, 0.3457312, 8",
    "GELU_TANH, -0.0454023, 0.3457140, 8",
    "SILU, -0.2384058, 0.3112297, 7.9973172",
    "HARD_SWISH, -0.3333333, 0.2916667, 8",
    "TANH, -0.9640276, 0.4621172, 0.9999998",
    "SIGMOID, 0.1192029, 0.6224593, 0.9996646",
    "SOFTMAX, 0.0000454, 0.0005527, 0.9994020",
  })
  void activations(ActivationFunction function, float low, float middle, float high) {
    float[] numbers = apply(new Activation(function), new float[] {-2, 0.5f, 8}, 1, 1, 3);
    assertEquals(low, numbers[0], 2e-6);
    assertEquals(middle, numbers[1], 2e-6);
    assertEquals(high, numbers[2], 2e-6);
  }

  @ParameterizedTest
  @EnumSource(ActivationFunction.class)
  void everyActivationHasItsLineAbove(ActivationFunction function) throws NoSuchMethodException {
    CsvSource lines =
        ForwardValuesTest.class
            .getDeclaredMethod(
                "activations", ActivationFunction.class, float.class, float.class, float.class)
            .getAnnotation(CsvSource.class);
    assertEquals(
        1, List.of(lines.value()).stream().filter(l -> l.startsWith(function + ",")).count());
  }

  /** The padding is not counted in the mean, and never the largest. */
  @Test
  void poolsTakeNoPadding() {
    float[] image = {-1, -2, -6, -3, -4, -8, -5, -9, -7};
    Size two = Size.square(2);
    assertNumbers(
        apply(new AvgPool2d(two, null, Padding.Mode.SAME), image, 3, 3, 1), -2.5, -7, -7, -7);
    assertNumbers(
        apply(new MaxPool2d(two, null, Padding.Mode.SAME), image, 3, 3, 1), -1, -6, -5, -7);
    assertNumbers(apply(new AvgPool2d(two, null, Padding.Mode.VALID), image, 3, 3, 1), -2.5);
    assertNumbers(
        apply(new MaxPool2d(two, Size.square(1), Padding.Mode.VALID), image, 3, 3, 1),
        -1,
        -2,
        -3,
        -4);
  }

  private static final float[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  /** As torch.nn.AdaptiveAvgPool2d and AdaptiveMaxPool2d: windows of two that share the middle. */
  @Test
  void adaptivePools() {
    assertNumbers(layer("adaptive_avg_pool2d: 2", NINE, 3, 3, 1), 3, 4, 6, 7);
    assertNumbers(layer("adaptive_max_pool2d: 2", NINE, 3, 3, 1), 5, 6, 8, 9);
    assertNumbers(layer("global_avg_pool2d", NINE, 3, 3, 1), 5);
    assertNumbers(layer("global_max_pool2d", NINE, 3, 1, 3), 7, 8, 9);
  }

  @Test
  void zeros() {
    float[] two = {1, 2};
    assertNumbers(layer("zero_padding2d: [1, 0, 0, 1]", two, 1, 2, 1), 0, 0, 0, 1, 2, 0);
    assertNumbers(layer("pad_channels: 3", two, 1, 1, 2), 1, 2, 0);
  }

  /**
   * Bilinear from centre to centre, as Keras's: a quarter and three quarters between two pixels.
   */
  @Test
  void larger() {
    float[] two = {1, 5};
    assertNumbers(layer("up_sampling2d: [1, 2]", two, 1, 2, 1), 1, 1, 5, 5);
    assertNumbers(
        layer("up_sampling2d: {size: [1, 2], interpolation: bilinear}", two, 1, 2, 1), 1, 2, 4, 5);
  }

  /** Of ones, a window sums what it sees: dilated by 2, corners and edges of every second pixel. */
  @Test
  void dilation() {
    String ones = "kernel_size: 2, dilation_rate: 2, use_bias: false, initializer: ones";
    assertNumbers(layer("conv2d: {filters: 1, " + ones + "}", NINE, 3, 3, 1), 1 + 3 + 7 + 9);
    assertNumbers(
        layer("conv2d: {filters: 1, padding: same, " + ones + "}", NINE, 3, 3, 1),
        5,
        4 + 6,
        5,
        2 + 8,
        1 + 3 + 7 + 9,
        2 + 8,
        5,
        4 + 6,
        5);
    assertNumbers(
        layer("conv2d: {filters: 1, padding: 1, strides: 2, " + ones + "}", NINE, 3, 3, 1),
        5,
        5,
        5,
        5);
    assertNumbers(layer("depthwise_conv2d: {" + ones + "}", NINE, 3, 3, 1), 1 + 3 + 7 + 9);
  }

  /** Groups, and channels on their own, see nothing of the others. */
  @Test
  void groups() {
    float[] four = {1, 2, 4, 8};
    String ones = "kernel_size: 1, use_bias: false, initializer: ones";
    assertNumbers(
        layer("conv2d: {filters: 4, groups: 2, " + ones + "}", four, 1, 1, 4), 3, 3, 12, 12);
    assertNumbers(
        layer("depthwise_conv2d: {depth_multiplier: 2, " + ones + "}", four, 1, 1, 4),
        1,
        1,
        2,
        2,
        4,
        4,
        8,
        8);
    assertNumbers(layer("separable_conv2d: {filters: 1, " + ones + "}", four, 1, 1, 4), 15);
  }

  /** (1 - 2)/1 and (3 - 2)/1; of 1, 3, 5, 7 the mean is 4 and the variance 5. */
  @Test
  void normalizations() {
    float[] four = {1, 3, 5, 7};
    double unit = 1 / Math.sqrt(1 + 1e-5);
    assertNumbers(layer("layer_norm", four, 1, 2, 2), -unit, unit, -unit, unit);
    double fifth = 1 / Math.sqrt(5 + 1e-5);
    assertNumbers(layer("group_norm: 1", four, 1, 2, 2), -3 * fifth, -fifth, fifth, 3 * fifth);
    double half = 1 / Math.sqrt(4 + 1e-5);
    assertNumbers(layer("group_norm: 2", four, 1, 2, 2), -2 * half, -2 * half, 2 * half, 2 * half);
    double kept = 1 / Math.sqrt(1 + 1e-5);
    assertNumbers(layer("batch_norm", four, 1, 2, 2), kept, 3 * kept, 5 * kept, 7 * kept);
  }

  @Test
  void combinations() {
    float[] two = {2, 3};
    String branches = "branches: [[], [scale: 10], [scale: {factor: -1, learned: true}]]";
    assertNumbers(layer("parallel: {" + branches + "}", two, 1, 1, 2), 2, 3, 20, 30, -2, -3);
    assertNumbers(layer("parallel: {" + branches + ", combine: sum}", two, 1, 1, 2), 20, 30);
    assertNumbers(layer("parallel: {" + branches + ", combine: product}", two, 1, 1, 2), -80, -270);
    assertNumbers(layer("residual: {body: [scale: -3], activation: relu}", two, 1, 1, 2), 0, 0);
    assertNumbers(layer("repeat: {times: 3, layers: [scale: 2]}", two, 1, 1, 2), 16, 24);
    // Weights of zero: every channel times sigmoid(0).
    assertNumbers(layer("squeeze_excitation: 1", two, 1, 1, 2), 1, 1.5);
  }

  private static float[] layer(String text, float[] image, int height, int width, int channels) {
    return apply(LayerText.of(text), image, height, width, channels);
  }

  private static void assertNumbers(float[] found, double... expected) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], 1e-6);
    }
  }

  private static float[] apply(Layer layer, float[] image, int height, int width, int channels) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x =
          tf.reshape(tf.constant(image), tf.constant(new int[] {1, height, width, channels}));
      Variables variables = new Variables(tf);
      TfNet net = new TfNet(tf, variables, new Zeros(), 1, 10, null);
      Operand<TFloat32> y = net.sequence(List.of(layer), x);
      try (Session session =
          new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32))) {
        variables.initialize(session);
        try (var result = session.runner().fetch(y).run()) {
          return Tensors.read((TFloat32) result.get(0));
        }
      }
    }
  }
}
