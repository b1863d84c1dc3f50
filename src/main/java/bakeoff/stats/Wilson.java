package bakeoff.stats;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Wilson's score interval of a proportion: what drawing these test images leaves open. */
public final class Wilson {

  private Wilson() {}

  /** At 95%. */
  public static Interval of(int successes, int trials) {
    return of(successes, trials, 0.95);
  }

  static Interval of(int successes, int trials, double level) {
    ConfidenceInterval found = new WilsonScoreInterval().createInterval(trials, successes, level);
    return new Interval(Math.max(0, found.getLowerBound()), Math.min(1, found.getUpperBound()));
  }

  /** Of a fraction of so many trials, as results store it, rounded. */
  public static Interval of(double fraction, int trials) {
    return of((int) Math.round(fraction * trials), trials);
  }
}
