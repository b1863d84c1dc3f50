package bakeoff.report;

import bakeoff.stats.Interval;
import bakeoff.stats.Summary;
import bakeoff.stats.Wilson;
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

  /** Of a share of so many test images. */
  static Measure ofShare(Summary summary, int images) {
    return summary.n() == 1 && images > 0
        ? new Measure(summary, Wilson.of(summary.mean(), images), true)
        : of(summary);
  }

  double mean() {
    return summary.mean();
  }
}
