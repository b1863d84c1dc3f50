package bakeoff.stats;

/** The difference of two independent proportions. */
public final class Proportions {

  private Proportions() {}

  /**
   * Newcombe's hybrid score interval of the first less the second (1998, method 10).
   *
   * @param level 0.95 for 95%
   */
  public static Interval difference(
      int successes1, int trials1, int successes2, int trials2, double level) {
    double first = successes1 / (double) trials1;
    double second = successes2 / (double) trials2;
    Interval of1 = Wilson.of(successes1, trials1, level);
    Interval of2 = Wilson.of(successes2, trials2, level);
    double difference = first - second;
    return new Interval(
        difference - Math.hypot(first - of1.low(), of2.high() - second),
        difference + Math.hypot(of1.high() - first, second - of2.low()));
  }
}
