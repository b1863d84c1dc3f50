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
        Arguments.of(new Linear(0.1, 0.02), 0.1, 0.08, 0.06, 0.02),
        Arguments.of(new Linear(0, 0.4), 0, 0.1, 0.2, 0.4),
        Arguments.of(new Cosine(0.1, 0.02), 0.1, 0.0882842712, 0.06, 0.02),
        Arguments.of(new Cosine(1, 0), 1, 0.8535533906, 0.5, 0));
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

  @Test
  void aBareNumberIsConstant() {
    assertEquals(new Constant(0.001), Schedule.of(0.001));
  }
}
