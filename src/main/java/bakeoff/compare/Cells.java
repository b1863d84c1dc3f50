package bakeoff.compare;

import bakeoff.stats.Difference;
import bakeoff.stats.Summary;
import bakeoff.text.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row's numbers as words; what is not known is empty.
 *
 * @param before {@code 53.21 (n 3)}, percent
 * @param change {@code +2.13}, points
 * @param interval {@code +1.02 to +3.24}, points
 */
record Cells(String before, String after, String change, String interval, String p) {

  static Cells of(ExperimentDiff row) {
    Difference d = row.difference();
    Double p = row.p();
    return new Cells(
        accuracy(row.before()),
        accuracy(row.after()),
        d == null ? "" : Digits.points(d.difference()),
        d == null || Double.isNaN(d.low())
            ? ""
            : Digits.points(d.low()) + " to " + Digits.points(d.high()),
        p == null ? "" : p < 0.001 ? "<0.001" : Digits.fixed(p, 3));
  }

  /** {@code 95% interval} at 0.05. */
  static String intervalTitle(double alpha) {
    BigDecimal level =
        BigDecimal.ONE.subtract(new BigDecimal(Digits.plain(alpha))).movePointRight(2);
    return level.stripTrailingZeros().toPlainString() + "% interval";
  }

  private static String accuracy(@Nullable Summary summary) {
    return summary == null ? "" : Digits.percent(summary.mean()) + " (n " + summary.n() + ")";
  }
}
