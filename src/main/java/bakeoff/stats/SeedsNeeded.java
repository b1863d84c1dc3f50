package bakeoff.stats;

/** How many seeds a side find a difference four times in five, at a two-sided 0.05. */
public final class SeedsNeeded {

  private static final double POWER = 0.8;
  private static final double ENOUGH = 1e9;

  private SeedsNeeded() {}

  /**
   * At least 2: the smallest n with n >= 2 (t(0.975) + t(0.8))² (sd / difference)², the t of 2 (n -
   * 1) degrees of freedom; a billion where that is not enough.
   *
   * @param sd of runs that differ in their seeds alone
   */
  public static int perSide(double difference, double sd) {
    return perSide(difference, sd, 0);
  }

  /**
   * The same where other groups add what they know of the spread.
   *
   * @param otherFreedom the degrees of freedom of the other groups
   */
  public static int perSide(double difference, double sd, int otherFreedom) {
    return perSide(difference, sd, otherFreedom, Verdict.ALPHA);
  }

  /**
   * The same at another level, as where several comparisons share 0.05.
   *
   * @param alpha two-sided
   */
  public static int perSide(double difference, double sd, int otherFreedom, double alpha) {
    double ratio = sd / Math.abs(difference);
    double n = 2;
    while (n < ENOUGH && n < least(ratio, otherFreedom + 2 * (n - 1), alpha)) {
      n = Math.max(n + 1, Math.floor(least(ratio, 1e9, alpha)));
    }
    return (int) Math.min(n, ENOUGH);
  }

  private static double least(double ratio, double freedom, double alpha) {
    double sum = Student.quantile(1 - alpha / 2, freedom) + Student.quantile(POWER, freedom);
    return 2 * sum * sum * ratio * ratio;
  }
}
