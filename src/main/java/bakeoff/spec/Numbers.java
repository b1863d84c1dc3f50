package bakeoff.spec;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text, the same on every JDK ({@code Double.toString} changed in 19). */
public final class Numbers {

  private Numbers() {}

  /** The shortest decimal that reads back as the same double. */
  public static BigDecimal shortest(double value) {
    double millionths = Math.rint(value * 1e6);
    if (Math.abs(millionths) < 1e15 && millionths / 1e6 == value) {
      return plain(BigDecimal.valueOf((long) millionths, 6)); // no shorter one has as few digits
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return plain(rounded);
      }
    }
    return plain(exact.round(new MathContext(17)));
  }

  /** With commas between thousands: 62,006. */
  public static String grouped(long value) {
    StringBuilder text = new StringBuilder(Long.toString(value));
    int first = value < 0 ? 1 : 0;
    for (int place = text.length() - 3; place > first; place -= 3) {
      text.insert(place, ',');
    }
    return text.toString();
  }

  /** Without trailing zeros and without an exponent: 100, 0.001. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
