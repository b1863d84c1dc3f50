package bakeoff.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
final class Student {

  private Student() {}

  static double quantile(double probability, double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  /** The probability of a t at least this far from zero, either way. */
  static double twoSided(double t, double degreesOfFreedom) {
    return 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
  }
}
