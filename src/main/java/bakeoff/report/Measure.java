package bakeoff.report;

import bakeoff.stats.Interval;
import bakeoff.stats.Summary;
import bakeoff.stats.Wilson;
import bakeoff.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * A figure over an experiment's seeds.
 *
 * @param interval at 95%; null where nothing gives one
 * @param sampling whether the interval knows only of the test images: Wilson's, at one seed
 */
record Measure(Summary summary, @Nullable Interval interval, boolean sampling) {

  static Measure of(Summary summary) {
    return new Measure(summary, summary.interval(), false);
  }

  /** Of a share of so many test images, which lies between 0 and 1, and so does its interval. */
  static Measure ofShare(Summary summary, int images) {
    if (summary.n() == 1 && images > 0) {
      return new Measure(summary, Wilson.of(summary.mean(), images), true);
    }
    Interval whole = summary.interval();
    return new Measure(summary, whole == null ? null : whole.within(0, 1), false);
  }

  double mean() {
    return summary.mean();
  }

  /** {@code 53.21 ± 0.61}, percent; without a spread at one seed. */
  static String percent(@Nullable Measure measure) {
    return measure == null ? Digits.NOTHING : measure.text(100, 2);
  }

  /** {@code 1.278 ± 0.012}. */
  static String loss(@Nullable Measure measure) {
    return measure == null ? Digits.NOTHING : measure.text(1, 3);
  }

  private String text(int factor, int decimals) {
    double sd = summary.sd();
    String spread = Double.isNaN(sd) ? "" : " ± " + Digits.fixed(factor * sd, decimals);
    return Digits.fixed(factor * mean(), decimals) + spread;
  }
}
