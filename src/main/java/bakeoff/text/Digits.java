package bakeoff.text;

import bakeoff.spec.Numbers;
import bakeoff.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as words, of one precision everywhere. */
public final class Digits {

  public static final String NOTHING = "–";

  private static final String[] UNITS = {
    "FLOP", "KFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP"
  };

  private Digits() {}

  /** {@code 53.21}: a fraction as percent. */
  public static String percent(double fraction) {
    return fixed(100 * fraction, 2);
  }

  /** {@code 53}: the same where there is little room. */
  public static String wholePercent(double fraction) {
    return fixed(100 * fraction, 0);
  }

  /** {@code 52.45–53.97}, percent. */
  public static String percent(@Nullable Interval interval) {
    return interval == null ? NOTHING : percent(interval.low()) + "–" + percent(interval.high());
  }

  public static String loss(@Nullable Interval interval) {
    return interval == null ? NOTHING : fixed(interval.low(), 3) + "–" + fixed(interval.high(), 3);
  }

  /** {@code +2.13}: points of percent, with a proper minus sign. */
  public static String points(double fraction) {
    return signed(100 * fraction, 2);
  }

  public static String signed(double value, int decimals) {
    BigDecimal rounded = rounded(value, decimals);
    String sign = rounded.signum() > 0 ? "+" : rounded.signum() < 0 ? "−" : "";
    return sign + rounded.abs().toPlainString();
  }

  /** {@code p = 0.012}. */
  public static String p(double p) {
    return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, 3);
  }

  /** {@code 62,006}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 seed}, {@code 3 seeds}. */
  public static String count(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** {@code 1.23 PFLOP}: three digits. */
  public static String flops(long flops) {
    double value = (double) flops;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = value >= 99.95 || unit == 0 ? 0 : value >= 9.995 ? 1 : 2;
    return fixed(value, decimals) + " " + UNITS[unit];
  }

  public static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? rounded(value, decimals).toPlainString() : NOTHING;
  }

  /** {@code 0.05}, as given. */
  public static String plain(double value) {
    return Numbers.shortest(value).toPlainString();
  }

  /** To six decimals. */
  public static double six(double value) {
    return rounded(value, 6).doubleValue();
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
