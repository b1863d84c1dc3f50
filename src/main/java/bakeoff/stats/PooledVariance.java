package bakeoff.stats;

import java.util.Collection;

/**
 * What groups of runs that differ only in their seeds vary by, taken together.
 *
 * @param variance not a number if no group has two members
 * @param degreesOfFreedom the sum of n - 1
 */
public record PooledVariance(double variance, int degreesOfFreedom) {

  public static final PooledVariance NONE = new PooledVariance(Double.NaN, 0);

  /** Groups of one add nothing. */
  public static PooledVariance of(Collection<Summary> groups) {
    double squares = 0;
    int freedom = 0;
    for (Summary group : groups) {
      if (group.n() > 1) {
        squares += group.variance() * group.degreesOfFreedom();
        freedom += group.degreesOfFreedom();
      }
    }
    return freedom == 0 ? NONE : new PooledVariance(squares / freedom, freedom);
  }

  public boolean known() {
    return degreesOfFreedom > 0;
  }

  public double sd() {
    return Math.sqrt(variance);
  }

  /** The same without one of the groups it was made of. */
  PooledVariance without(Summary group) {
    int freedom = degreesOfFreedom - group.degreesOfFreedom();
    if (group.n() == 1 || freedom <= 0) {
      return group.n() == 1 ? this : NONE;
    }
    double squares = variance * degreesOfFreedom - group.variance() * group.degreesOfFreedom();
    return new PooledVariance(Math.max(0, squares) / freedom, freedom);
  }
}
