package bakeoff.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
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
    assertEquals(Set.of(Initializer.class.getPermittedSubclasses()), shown);
  }

  @Test
  void aKernelsFansCountItsArea() {
    Weights kernel = Weights.kernel(5, 5, 6, 16);
    assertEquals(150, kernel.fanIn());
    assertEquals(400, kernel.fanOut());
    assertEquals(2_400, kernel.count());
    assertEquals(16, kernel.bias().count());
    assertEquals(150, kernel.bias().fanIn());
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
