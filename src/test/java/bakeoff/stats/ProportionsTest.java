package bakeoff.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProportionsTest {

  /** Newcombe (1998), Statistics in Medicine 17, table II, method 10. */
  @Test
  void newcombesExamples() {
    assertInterval(0.0524, 0.3339, Proportions.difference(56, 70, 48, 80, 0.95));
    assertInterval(0.1705, 0.8090, Proportions.difference(9, 10, 3, 10, 0.95));
    assertInterval(-0.0381, 0.1926, Proportions.difference(5, 56, 0, 29, 0.95));
  }

  private static void assertInterval(double low, double high, Interval interval) {
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }
}
