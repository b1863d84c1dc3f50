package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.initializer.Zeros;
import bakeoff.layer.Dropout;
import bakeoff.layer.Layer;
import bakeoff.spec.Precision;
import bakeoff.train.Device;
import bakeoff.yaml.LayerText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class DropoutTest {

  private static final int IMAGES = 100;
  private static final int UNITS = 200;
  private static final int COUNT = IMAGES * UNITS;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void zeroesItsShareAndScalesTheRest(double rate) {
    float[] numbers = drop(7, 0, new Dropout(rate));
    float kept = (float) (1 / (1 - rate));
    int zeros = 0;
    for (float number : numbers) {
      zeros += number == 0 ? 1 : 0;
      assertEquals(number == 0 ? 0 : kept, number);
    }
    double deviation = Math.sqrt(COUNT * rate * (1 - rate));
    assertEquals(COUNT * rate, zeros, 4 * deviation);
  }

  @Test
  void isTheSameForTheSameSeedAndStep() {
    assertArrayEquals(drop(7, 3, new Dropout(0.5)), drop(7, 3, new Dropout(0.5)));
  }

  @Test
  void isIndependentFromStepToStepAndSeedToSeed() {
    float[] one = drop(7, 3, new Dropout(0.5));
    assertAgreeByChance(one, drop(7, 4, new Dropout(0.5)));
    assertAgreeByChance(one, drop(8, 3, new Dropout(0.5)));
  }

  @Test
  void isIndependentFromLayerToLayer() {
    float[] two = drop(7, 3, new Dropout(0.5), new Dropout(0.5));
    int kept = count(two, 4);
    assertEquals(COUNT, kept + count(two, 0), "a number passes both or is zero");
    assertEquals(COUNT / 4.0, (double) kept, 4 * Math.sqrt(COUNT * 0.25 * 0.75));
  }

  @Test
  void isIndependentFromImageToImage() {
    float[] numbers = drop(7, 3, new Dropout(0.5));
    assertAgreeByChance(
        Arrays.copyOfRange(numbers, 0, COUNT / 2), Arrays.copyOfRange(numbers, COUNT / 2, COUNT));
  }

  @Test
  void doesNothingWhileTesting() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.constant(new float[][] {{1, 2}});
      Operand<TFloat32> y = net(tf, null).sequence(List.of(new Dropout(0.9)), x);
      assertEquals(x, y);
    }
  }

  /** A hundred images of 4 x 5 pixels and ten channels. */
  @ParameterizedTest
  @ValueSource(strings = {"spatial_dropout2d: 0.25", "stochastic_depth: 0.25"})
  void dropsChannelsOrImagesAsAWhole(String layer) {
    boolean channels = layer.startsWith("spatial");
    int together = channels ? 10 : 1;
    float[] numbers = drop(7, 0, new int[] {IMAGES, 4, 5, 10}, LayerText.of(layer));
    int zeros = 0;
    for (int image = 0; image < IMAGES; image++) {
      for (int which = 0; which < together; which++) {
        float first = numbers[image * UNITS + which];
        zeros += first == 0 ? 1 : 0;
        assertEquals(first == 0 ? 0 : (float) (1 / 0.75), first);
        for (int i = which; i < UNITS; i += together) {
          assertEquals(first, numbers[image * UNITS + i]);
        }
      }
    }
    double draws = (double) IMAGES * together;
    assertEquals(draws * 0.25, zeros, 4 * Math.sqrt(draws * 0.25 * 0.75));
  }

  private static void assertAgreeByChance(float[] some, float[] others) {
    assertFalse(Arrays.equals(some, others));
    int agree = 0;
    for (int i = 0; i < some.length; i++) {
      agree += some[i] == others[i] ? 1 : 0;
    }
    assertEquals(some.length / 2.0, agree, 4 * Math.sqrt(some.length * 0.25));
  }

  private static int count(float[] numbers, float wanted) {
    int count = 0;
    for (float number : numbers) {
      count += number == wanted ? 1 : 0;
    }
    return count;
  }

  private static TfNet net(Ops tf, @org.jspecify.annotations.Nullable Operand<TInt64> step) {
    return new TfNet(tf, new Variables(tf), new Zeros(), 1, 10, step);
  }

  /** What becomes of ones. */
  private static float[] drop(int seed, long step, Layer... layers) {
    return drop(seed, step, new int[] {IMAGES, UNITS}, layers);
  }

  private static float[] drop(int seed, long step, int[] shape, Layer... layers) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> ones = tf.fill(tf.constant(shape), tf.constant(1f));
      Placeholder<TInt64> chance = tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
      Operand<TFloat32> y = net(tf, chance).sequence(List.of(layers), ones);
      try (Session session = new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32));
          TInt64 fed = TInt64.vectorOf(Chance.address(seed, Purpose.DROPOUT, step), 0);
          var result = session.runner().feed(chance, fed).fetch(y).run()) {
        return Tensors.read((TFloat32) result.get(0));
      }
    }
  }
}
