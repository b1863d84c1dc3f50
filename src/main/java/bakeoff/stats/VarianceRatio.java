package bakeoff.stats;

import org.apache.commons.math3.distribution.FDistribution;

/** Fisher's F test: whether two variances clearly differ, two-sided, at 0.01. */
final class VarianceRatio {

  private static final double LEVEL = 0.01;

  private VarianceRatio() {}

  /** False where one of them is not known. */
  static boolean differ(double a, int freedomOfA, double b, int freedomOfB) {
    return freedomOfA > 0 && freedomOfB > 0 && p(a, freedomOfA, b, freedomOfB) < LEVEL;
  }

  static double p(double a, int freedomOfA, double b, int freedomOfB) {
    if (a == b) {
      return 1;
    }
    if (a == 0 || b == 0) {
      return 0;
    }
    double below = new FDistribution(null, freedomOfA, freedomOfB).cumulativeProbability(a / b);
    return 2 * Math.min(below, 1 - below);
  }
}
