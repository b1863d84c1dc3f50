package bakeoff.stats;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a sample: how many, their mean, their spread.
 *
 * @param variance with n - 1 in the denominator; not a number at n = 1
 */
public record Summary(int n, double mean, double variance) {

  public Summary {
    if (n < 1) {
      throw new IllegalArgumentException("a sample of " + n);
    }
  }

  /** The order of the values does not matter, not even to the last bit. */
  public static Summary of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample of 0");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    boolean identical = sorted[0] == sorted[sorted.length - 1];
    double mean = identical ? sorted[0] : StatUtils.mean(sorted);
    double spread = identical ? 0 : StatUtils.variance(sorted, mean);
    return new Summary(sorted.length, mean, sorted.length == 1 ? Double.NaN : spread);
  }

  public static Summary of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The standard deviation; not a number at n = 1. */
  public double sd() {
    return Math.sqrt(variance);
  }

  public int degreesOfFreedom() {
    return n - 1;
  }

  /** Student's 95% interval of the mean; null at n = 1. */
  public @Nullable Interval interval() {
    return interval(0.95);
  }

  /**
   * The same at another level.
   *
   * @param level 0.95 for 95%
   */
  public @Nullable Interval interval(double level) {
    if (n == 1) {
      return null;
    }
    double tail = (1 - level) / 2;
    double half = Student.quantile(1 - tail, degreesOfFreedom()) * Math.sqrt(variance / n);
    return new Interval(mean - half, mean + half);
  }
}
