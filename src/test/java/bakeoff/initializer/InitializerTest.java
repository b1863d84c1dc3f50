package bakeoff.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InitializerTest {

  private static final Weights MATRIX = Weights.matrix(300, 400);

  /** The variance of 300 x 400 weights, and the largest they can be. */
  static Stream<Arguments> examples() {
    double none = Double.POSITIVE_INFINITY;
    return Stream.of(
        Arguments.of(new TorchDefault(), 1 / 900.0, Math.sqrt(1 / 300.0)),
        Arguments.of(new GlorotUniform(), 2 / 700.0, Math.sqrt(6 / 700.0)),
        Arguments.of(new GlorotNormal(), 2 / 700.0, none),
        Arguments.of(new KaimingUniform(), 2 / 300.0, Math.sqrt(6 / 300.0)),
        Arguments.of(new KaimingNormal(), 2 / 300.0, none),
        Arguments.of(new LecunUniform(), 1 / 300.0, Math.sqrt(3 / 300.0)),
        Arguments.of(new LecunNormal(), 1 / 300.0, none),
        Arguments.of(new Zeros(), 0.0, 0.0));
  }

  /** Those whose numbers are not drawn one by one; tests of their own say what they are. */
  private static final Set<Class<?>> OTHERS =
      Set.of(Ones.class, Constant.class, Dirac.class, Orthogonal.class, Whitening.class);

  @ParameterizedTest
  @MethodSource("examples")
  void spread(Initializer kind, double variance, double limit) {
    float[] drawn = kind.fill(chance(), MATRIX);
    assertEquals(120_000, drawn.length);
    assertEquals(variance, meanOfPower(drawn, 2), 0.02 * variance);
    assertEquals(0, meanOfPower(drawn, 1), 4 * Math.sqrt(variance / drawn.length));
    double largest =
        IntStream.range(0, drawn.length).mapToDouble(i -> Math.abs(drawn[i])).max().orElseThrow();
    if (Double.isFinite(limit)) {
      assertTrue(largest <= (float) limit);
      assertTrue(largest >= 0.999 * limit);
    } else {
      // Of a normal distribution the fourth moment is 3 variance squared, of a uniform one 1.8.
      assertEquals(3, meanOfPower(drawn, 4) / (variance * variance), 0.15);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void biasesStartAtZeroButForTorch(Initializer kind, double variance, double limit) {
    float[] bias = kind.fill(chance(), MATRIX.bias());
    assertEquals(400, bias.length);
    if (kind instanceof TorchDefault) {
      assertEquals(variance, meanOfPower(bias, 2), 0.2 * variance);
    } else {
      assertArrayEquals(new float[400], bias);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSameChanceGivesTheSameWeights(Initializer kind, double variance, double limit) {
    assertArrayEquals(kind.fill(chance(), MATRIX), kind.fill(chance(), MATRIX));
  }

  @Test
  void everyKindHasAnExample() {
    Set<Class<?>> shown =
        examples().map(example -> example.get()[0].getClass()).collect(Collectors.toSet());
    shown.addAll(OTHERS);
    assertEquals(Set.of(Initializer.class.getPermittedSubclasses()), shown);
  }

  @Test
  void aKernelsFansCountItsArea() {
    Weights kernel = Weights.kernel(5, 5, 6, 16, 1);
    assertEquals(150, kernel.fanIn());
    assertEquals(400, kernel.fanOut());
    assertEquals(2_400, kernel.count());
    assertEquals(16, kernel.bias().count());
    assertEquals(150, kernel.bias().fanIn());
  }

  @Test
  void groupsAndDepthwiseKernelsSeeTheirShareAlone() {
    Weights grouped = Weights.kernel(3, 3, 12, 24, 4);
    assertEquals(List.of(3, 3, 3, 24), grouped.shape());
    assertEquals(27, grouped.fanIn());
    assertEquals(54, grouped.fanOut());
    Weights depthwise = Weights.depthwise(3, 3, 12, 2);
    assertEquals(9, depthwise.fanIn());
    assertEquals(18, depthwise.fanOut());
    assertEquals(24, depthwise.bias().count());
  }

  @Test
  void onesAndConstants() {
    Weights two = Weights.matrix(1, 2);
    assertArrayEquals(new float[] {1, 1}, new Ones().fill(chance(), two));
    assertArrayEquals(new float[] {0.25f, 0.25f}, new Constant(0.25).fill(chance(), two));
    assertArrayEquals(new float[2], new Constant(0.25).fill(chance(), two.bias()));
  }

  /** As torch.nn.init.dirac_ of 3 filters on 2 channels: the third has nothing to pass on. */
  @Test
  void diracPassesChannelsThrough() {
    float[] numbers = new Dirac(new Zeros()).fill(chance(), Weights.kernel(3, 3, 2, 3, 1));
    float[] expected = new float[9 * 2 * 3];
    expected[4 * 6] = 1; // the centre: channel 0 to filter 0
    expected[4 * 6 + 3 + 1] = 1; // channel 1 to filter 1
    assertArrayEquals(expected, numbers);
    float[] rest = new Dirac(new Ones()).fill(chance(), Weights.kernel(1, 1, 1, 3, 1));
    assertArrayEquals(new float[] {1, 1, 1}, rest);
    float[] groups = new Dirac(new Zeros()).fill(chance(), Weights.kernel(1, 1, 4, 4, 2));
    assertArrayEquals(new float[] {1, 0, 1, 0, 0, 1, 0, 1}, groups);
    float[] each = new Dirac(new Zeros()).fill(chance(), Weights.depthwise(1, 1, 2, 2));
    assertArrayEquals(new float[] {1, 0, 1, 0}, each);
  }

  @Test
  void orthogonalFiltersAreOrthogonal() {
    assertOrthogonal(new Orthogonal(1), 60, 40, 1);
    assertOrthogonal(new Orthogonal(3), 40, 60, 9);
    assertArrayEquals(new float[400], new Orthogonal(1).fill(chance(), MATRIX.bias()));
  }

  /** The products of all filters, or of all inputs if these are fewer, with each other. */
  private static void assertOrthogonal(Orthogonal kind, int in, int out, double square) {
    float[] numbers = kind.fill(chance(), Weights.matrix(in, out));
    int count = Math.min(in, out);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int k = 0; k < Math.max(in, out); k++) {
          product +=
              in >= out
                  ? (double) numbers[k * out + a] * numbers[k * out + b]
                  : (double) numbers[a * out + k] * numbers[b * out + k];
        }
        assertEquals(a == b ? square : 0, product, 1e-5);
      }
    }
  }

  private static Chance chance() {
    return Chance.of(1, Purpose.INITIAL_WEIGHTS);
  }

  private static double meanOfPower(float[] numbers, int power) {
    return IntStream.range(0, numbers.length)
        .mapToDouble(i -> Math.pow(numbers[i], power))
        .average()
        .orElseThrow();
  }
}
