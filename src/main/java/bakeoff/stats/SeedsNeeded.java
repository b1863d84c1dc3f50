package bakeoff.stats;

/** How many seeds a side find a difference, or that there is none, four times in five. */
public final class SeedsNeeded {

  private static final double POWER = 0.8;
  private static final double ENOUGH = 1e9;

  private SeedsNeeded() {}

  /**
   * At a two-sided 0.05, and at least 2: the smallest n with n >= 2 (t(0.975) + t(0.8))² (sd /
   * difference)², the t of 2 (n - 1) degrees of freedom; a billion where that is not enough.
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
    return least(sd / Math.abs(difference), 2, otherFreedom, 1 - alpha / 2, POWER);
  }

  /**
   * For two one-sided tests at 0.05 (Schuirmann 1987) of two that do not differ: each test fails as
   * often, so n >= 2 (t(0.95) + t(0.9))² (sd / margin)².
   */
  public static int toShowEquality(double margin, double sd, int otherFreedom) {
    return least(sd / margin, 2, otherFreedom, 1 - Verdict.ALPHA, (1 + POWER) / 2);
  }

  /**
   * The same for seeds in pairs: n >= (t(0.95) + t(0.9))² (sd / margin)².
   *
   * @param sd of the differences
   */
  public static int toShowEqualityOfPairs(double margin, double sd) {
    return least(sd / margin, 1, 0, 1 - Verdict.ALPHA, (1 + POWER) / 2);
  }

  private static int least(double ratio, int sides, int otherFreedom, double level, double power) {
    double n = 2;
    while (n < ENOUGH && n < sides * least(ratio, otherFreedom + sides * (n - 1), level, power)) {
      n = Math.max(n + 1, Math.floor(sides * least(ratio, 1e9, level, power)));
    }
    return (int) Math.min(n, ENOUGH);
  }

  private static double least(double ratio, double freedom, double level, double power) {
    double sum = Student.quantile(level, freedom) + Student.quantile(power, freedom);
    return sum * sum * ratio * ratio;
  }
}
