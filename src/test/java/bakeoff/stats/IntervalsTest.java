package bakeoff.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalsTest {

  /** Student's sleep data, drug 1 (1908); R: {@code t.test(extra[1:10])}. */
  @Test
  void studentsSleepData() {
    Summary drug = Summary.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    assertEquals(0.75, drug.mean(), 1e-12);
    assertEquals(1.78901, drug.sd(), 1e-5);
    Interval interval = drug.interval();
    assertNotNull(interval);
    assertEquals(-0.5297804, interval.low(), 1e-6);
    assertEquals(2.0297804, interval.high(), 1e-6);
  }

  @Test
  void oneValueHasNoSpread() {
    Summary one = Summary.of(0.53);
    assertTrue(Double.isNaN(one.sd()));
    assertNull(one.interval());
  }

  @Test
  void equalValuesHaveExactlyNone() {
    Summary same = Summary.of(0.1, 0.1, 0.1);
    assertEquals(0.1, same.mean());
    assertEquals(0.0, same.sd());
    assertEquals(new Interval(0.1, 0.1), same.interval());
  }

  @Test
  void theOrderDoesNotMatter() {
    assertEquals(Summary.of(0.1, 0.2, 0.7), Summary.of(0.7, 0.1, 0.2));
  }

  /** Newcombe (1998), table I: 81 of 263. */
  @Test
  void wilson() {
    Interval interval = Wilson.of(81, 263);
    assertEquals(0.2553, interval.low(), 5e-5);
    assertEquals(0.3662, interval.high(), 5e-5);
    assertEquals(interval, Wilson.of(0.307985, 263));
  }

  /** Newcombe (1998), table I: 0 of 20 and 1 of 29. */
  @Test
  void wilsonAtTheEdge() {
    assertEquals(0, Wilson.of(0, 20).low(), 1e-12);
    assertEquals(0.1611, Wilson.of(0, 20).high(), 5e-5);
    assertEquals(0.0061, Wilson.of(1, 29).low(), 5e-5);
    assertEquals(0.1718, Wilson.of(1, 29).high(), 5e-5);
  }

  @Test
  void aHalfOpenRangeMeetsAnInterval() {
    Interval interval = new Interval(0.54, 0.56);
    assertTrue(interval.meets(0.55, 0.56));
    assertTrue(interval.meets(0.56, 0.57));
    assertTrue(interval.meets(0.5, 0.6));
    assertTrue(!interval.meets(0.53, 0.54));
    assertTrue(!interval.meets(0.57, 0.58));
  }
}
