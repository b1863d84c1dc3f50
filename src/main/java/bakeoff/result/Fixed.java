package bakeoff.result;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The fixed precision of numbers in results: six decimals, so that the same run gives the same
 * text.
 */
final class Fixed {

  private Fixed() {}

  /** Not a number stays what it is. */
  static double six(double value) {
    if (Math.abs(value) < 1e6 && Math.rint(value * 1e6) / 1e6 == value) {
      return value; // what a file holds has six decimals already
    }
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }
}
