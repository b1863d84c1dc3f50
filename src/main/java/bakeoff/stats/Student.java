package bakeoff.stats;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
final class Student {

  /** Each is found by a search, and a folder asks for the same few again and again. */
  private static final Map<List<Double>, Double> QUANTILES = new ConcurrentHashMap<>();

  private static final int MOST = 10_000;

  private Student() {}

  static double quantile(double probability, double degreesOfFreedom) {
    List<Double> place = List.of(probability, degreesOfFreedom);
    Double known = QUANTILES.get(place);
    if (known != null) {
      return known;
    }
    double found =
        new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
    if (QUANTILES.size() < MOST) {
      QUANTILES.put(place, found);
    }
    return found;
  }

  /** The probability of a t at least this far from zero, either way. */
  static double twoSided(double t, double degreesOfFreedom) {
    return 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
  }
}
