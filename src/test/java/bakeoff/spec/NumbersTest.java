package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "100, 100",
    "0, 0",
    "-0.0, 0",
    "1e-8, 0.00000001",
    "0.30000000000000004, 0.30000000000000004",
    "2e-3, 0.002",
    "1e21, 1000000000000000000000",
    "-2.50, -2.5",
    "3.3333333333333335, 3.3333333333333335",
  })
  void asAPersonWouldWriteThem(double value, String text) {
    assertEquals(text, Numbers.shortest(value).toPlainString());
  }

  /** Any bits that are a number. */
  @Test
  void readBackAsTheSameDouble() {
    Chance chance = Chance.of(1, Purpose.SHUFFLE);
    for (int i = 0; i < 2_000; i++) {
      double value = Double.longBitsToDouble(chance.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Numbers.shortest(value).doubleValue());
      }
    }
  }
}
