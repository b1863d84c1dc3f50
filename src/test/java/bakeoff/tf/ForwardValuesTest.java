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
      TfNet net = new TfNet(tf, new Variables(tf), new Zeros(), 1, 10, null);
      Operand<TFloat32> y = net.sequence(List.of(layer), x);
      try (Session session = new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32));
          var result = session.runner().fetch(y).run()) {
        return Tensors.read((TFloat32) result.get(0));
      }
    }
  }
}
