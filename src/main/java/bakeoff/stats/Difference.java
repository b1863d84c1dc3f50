package bakeoff.stats;

/**
 * What lies between two means of runs, and how sure that is. Seeds are never paired.
 *
 * @param difference the second mean less the first
 * @param low of its 95% interval; not a number where nothing is known of the spread, like the rest
 * @param p two-sided, of this comparison alone
 * @param error the standard error
 * @param degreesOfFreedom Satterthwaite's where the sides have variances of their own
 */
public record Difference(
    double difference,
    double low,
    double high,
    double p,
    Test test,
    double error,
    double degreesOfFreedom) {

  /** Where the standard error is from. */
  public enum Test {
    /** Student's test with the variance of all groups. */
    POOLED_T,
    /** Welch's test: the variances clearly differ. */
    WELCH,
    /** A side with one seed borrows the variance of all groups. */
    BORROWED,
    /** The runs of both sides are the same, or no run varies. */
    IDENTICAL,
    /** No group has two seeds that differ: there is nothing to test with. */
    NONE
  }

  /** A side's mean with what its variance is taken to be. */
  private record Side(int n, double variance, double freedom) {
    double error() {
      return variance / n;
    }
  }

  /**
   * The second less the first. The error is the pooled variance, unless a side's own clearly
   * differs (F test, two-sided, 0.01) from the other's or from that of all other groups; then each
   * side has its own.
   *
   * @param pooled of all groups, these two among them
   */
  public static Difference of(Summary first, Summary second, PooledVariance pooled) {
    double difference = second.mean() - first.mean();
    if (first.n() > 1 && first.equals(second)) {
      return new Difference(0, 0, 0, 1, Test.IDENTICAL, 0, pooled.degreesOfFreedom());
    }
    boolean borrowed = first.n() == 1 || second.n() == 1;
    if (!pooled.known() || (borrowed && pooled.variance() == 0)) { // of a dead network, say
      double none = Double.NaN;
      return new Difference(difference, none, none, none, Test.NONE, none, 0);
    }
    boolean unequal = differ(first, second) || apart(first, pooled) || apart(second, pooled);
    if (unequal) {
      Side a = own(first, second, pooled);
      Side b = own(second, first, pooled);
      if (a.error() + b.error() > 0) {
        return tested(difference, a, b, borrowed ? Test.BORROWED : Test.WELCH);
      }
    }
    double error = Math.sqrt(pooled.variance() * (1.0 / first.n() + 1.0 / second.n()));
    Test test = borrowed ? Test.BORROWED : Test.POOLED_T;
    return tested(difference, error, pooled.degreesOfFreedom(), test);
  }

  /** The same with an interval of another level: 1 - alpha. */
  public Difference at(double alpha) {
    if (!(error > 0)) {
      return this;
    }
    double half = Student.quantile(1 - alpha / 2, degreesOfFreedom) * error;
    return new Difference(
        difference, difference - half, difference + half, p, test, error, degreesOfFreedom);
  }

  private static boolean differ(Summary first, Summary second) {
    return VarianceRatio.differ(
        first.variance(), first.degreesOfFreedom(), second.variance(), second.degreesOfFreedom());
  }

  private static boolean apart(Summary side, PooledVariance pooled) {
    PooledVariance rest = pooled.without(side);
    return VarianceRatio.differ(
        side.variance(), side.degreesOfFreedom(), rest.variance(), rest.degreesOfFreedom());
  }

  private static Side own(Summary side, Summary other, PooledVariance pooled) {
    if (side.n() > 1) {
      return new Side(side.n(), side.variance(), side.degreesOfFreedom());
    }
    PooledVariance rest = pooled.without(other);
    PooledVariance lent = rest.known() ? rest : pooled;
    return new Side(1, lent.variance(), lent.degreesOfFreedom());
  }

  /** Welch (1947), with Satterthwaite's degrees of freedom. */
  private static Difference tested(double difference, Side a, Side b, Test test) {
    double sum = a.error() + b.error();
    double freedom =
        sum * sum / (a.error() * a.error() / a.freedom() + b.error() * b.error() / b.freedom());
    return tested(difference, Math.sqrt(sum), freedom, test);
  }

  private static Difference tested(double difference, double error, double freedom, Test test) {
    if (error == 0) {
      double p = difference == 0 ? 1 : 0;
      return new Difference(difference, difference, difference, p, Test.IDENTICAL, error, freedom);
    }
    double half = Student.quantile(0.975, freedom) * error;
    double p = Student.twoSided(difference / error, freedom);
    return new Difference(
        difference, difference - half, difference + half, p, test, error, freedom);
  }
}
