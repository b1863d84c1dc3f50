package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1 s",
    "0.4, 1 s",
    "8.4, 8 s",
    "90, 90 s",
    "99.4, 99 s",
    "100, 2 min",
    "719, 12 min",
    "5939, 99 min",
    "6600, 1 h 50 min",
    "7200, 2 h 00 min",
    "21570, 6 h",
    "32400, 9 h",
    "34300, 10 h",
    "864000, 240 h",
  })
  void text(double seconds, String expected) {
    assertEquals(expected, Durations.text(seconds));
  }
}
