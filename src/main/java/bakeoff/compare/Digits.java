package bakeoff.compare;

import bakeoff.stats.Difference;
import bakeoff.stats.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers of a diff as words, of one precision everywhere. */
final class Digits {

  private Digits() {}

  /** {@code 53.21 (n 3)}, percent; nothing where nothing finished. */
  static String accuracy(@Nullable Summary summary) {
    return summary == null ? "" : fixed(100 * summary.mean(), 2) + " (n " + summary.n() + ")";
  }

  /** {@code +2.13}, points. */
  static String change(@Nullable Difference difference) {
    return difference == null ? "" : signed(difference.difference());
  }

  /** {@code +1.02 to +3.24}, points. */
  static String interval(@Nullable Difference difference) {
    return difference == null || Double.isNaN(difference.low())
        ? ""
        : signed(difference.low()) + " to " + signed(difference.high());
  }

  static String p(@Nullable Double p) {
    if (p == null) {
      return "";
    }
    return p < 0.001 ? "<0.001" : fixed(p, 3);
  }

  /** 0.05, 0.001. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** To six decimals. */
  static double six(double value) {
    return rounded(value, 6).doubleValue();
  }

  private static String signed(double fraction) {
    BigDecimal points = rounded(100 * fraction, 2);
    return (points.signum() > 0 ? "+" : "") + points.toPlainString();
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", rounded(value, decimals));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
