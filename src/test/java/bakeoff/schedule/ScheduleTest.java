package bakeoff.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScheduleTest {

  /** The rates at 0, 1/4, 1/2 and 1, by hand; of the cosine, cos(45°) is 0.7071068. */
  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(new Constant(0.01), 0.01, 0.01, 0.01, 0.01),
        Arguments.of(new ReduceOnPlateau(0.1, 0.5, 10, 0, 0, Monitor.LOSS), 0.1, 0.1, 0.1, 0.1),
        Arguments.of(new Linear(0.1, 0.02), 0.1, 0.08, 0.06, 0.02),
        Arguments.of(new Linear(0, 0.4), 0, 0.1, 0.2, 0.4),
        Arguments.of(new Cosine(0.1, 0.02), 0.1, 0.0882842712, 0.06, 0.02),
        Arguments.of(new Cosine(1, 0), 1, 0.8535533906, 0.5, 0),
        Arguments.of(new Exponential(0.16, 0.01), 0.16, 0.08, 0.04, 0.01),
        Arguments.of(new Exponential(0.01, 0.16), 0.01, 0.02, 0.04, 0.16),
        Arguments.of(new Polynomial(0.1, 0, 1), 0.1, 0.075, 0.05, 0),
        Arguments.of(new Polynomial(1, 0.2, 2), 1, 0.65, 0.4, 0.2),
        // Half way up to the peak, at it, and at the end: 1/25, and that / 10,000.
        Arguments.of(new OneCycle(1, 0.5, 25, 1e4), 0.04, 0.52, 1, 4e-6),
        // A third of the way down from 1 to 4e-6: three quarters of the height are left.
        Arguments.of(new OneCycle(1, 0.25, 25, 1e4), 0.04, 1, 0.750001, 4e-6));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rates(Schedule schedule, double first, double quarter, double half, double last) {
    assertEquals(first, schedule.at(0), 1e-10);
    assertEquals(quarter, schedule.at(0.25), 1e-10);
    assertEquals(half, schedule.at(0.5), 1e-10);
    assertEquals(last, schedule.at(1), 1e-10);
  }

  @Test
  void everyKindHasAnExample() {
    Set<Class<?>> shown =
        examples().map(example -> example.get()[0].getClass()).collect(Collectors.toSet());
    assertEquals(Set.of(Schedule.class.getPermittedSubclasses()), shown);
  }

  /** The formula of PyTorch's documentation, where step counts from 0. */
  @Test
  void polynomialIsPyTorchs() {
    int steps = 100;
    double rate = 0.3;
    for (int step = 0; step < steps; step++) {
      assertEquals(rate, new Polynomial(0.3, 0, 0.9).at(step / (double) steps), 1e-12);
      rate *= Math.pow((1 - (step + 1.0) / steps) / (1 - step / (double) steps), 0.9);
    }
  }

  /** The recurrence of PyTorch's ExponentialLR: the rate times gamma, every step. */
  @Test
  void exponentialIsPyTorchs() {
    double rate = 0.1;
    for (int step = 0; step <= 50; step++) {
      assertEquals(rate, new Exponential(0.1, 0.1 * Math.pow(0.9, 50)).at(step / 50.0), 1e-12);
      rate *= 0.9;
    }
  }

  /**
   * Phases end at pct_start * steps - 1 and steps - 1 there; here they end less than a step off.
   */
  @Test
  void oneCycleIsPyTorchs() {
    int steps = 10_000;
    double peak = 0.3 * steps - 1;
    OneCycle cycle = new OneCycle(0.5, 0.3, 25, 1e4);
    for (int step = 0; step < steps; step++) {
      double rate =
          step <= peak
              ? annealed(0.02, 0.5, step / peak)
              : annealed(0.5, 2e-6, (step - peak) / (steps - 1 - peak));
      double slope = 0.5 * Math.PI / 2 / peak;
      assertEquals(rate, cycle.at(step / (steps - 1.0)), slope);
    }
  }

  private static double annealed(double start, double end, double share) {
    return end + (start - end) / 2 * (Math.cos(Math.PI * share) + 1);
  }

  @Test
  void aBareNumberIsConstant() {
    assertEquals(new Constant(0.001), Schedule.of(0.001));
  }
}
