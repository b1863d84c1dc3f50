package bakeoff.stats;

import java.util.Collection;

/**
 * What groups of runs that differ only in their seeds vary by, taken together. A group that does
 * not vary at all, as networks that learn nothing, says nothing of the others.
 *
 * @param variance not a number if no group has two members
 * @param degreesOfFreedom the sum of n - 1
 */
public record PooledVariance(double variance, int degreesOfFreedom) {

  public static final PooledVariance NONE = new PooledVariance(Double.NaN, 0);

  /** What is left of a variance of 0 where means are rounded; accuracies have six digits. */
  private static final double NOTHING = 1e-18;

  /** Groups of one add nothing; those that do not vary only where none does. */
  public static PooledVariance of(Collection<Summary> groups) {
    double squares = 0;
    int freedom = 0;
    boolean dead = groups.stream().noneMatch(PooledVariance::varies);
    for (Summary group : groups) {
      if (varies(group) || (dead && group.n() > 1)) {
        squares += group.variance() * group.degreesOfFreedom();
        freedom += group.degreesOfFreedom();
      }
    }
    return freedom == 0 ? NONE : new PooledVariance(squares / freedom, freedom);
  }

  private static boolean varies(Summary group) {
    return group.n() > 1 && group.variance() > NOTHING;
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
    if (!varies(group) && variance > NOTHING) {
      return this;
    }
    if (group.n() == 1 || freedom <= 0) {
      return group.n() == 1 ? this : NONE;
    }
    double squares = variance * degreesOfFreedom - group.variance() * group.degreesOfFreedom();
    return new PooledVariance(Math.max(0, squares) / freedom, freedom);
  }
}
