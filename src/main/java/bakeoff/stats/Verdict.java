package bakeoff.stats;

/** What may be said of a planned comparison. */
public enum Verdict {
  BETTER("better"),
  WORSE("worse"),
  WITHIN_NOISE("within noise"),
  ONE_SEED("one seed"),
  NO_DIFFERENCE("no difference");

  /** How sure a verdict has to be, over all planned comparisons together. */
  public static final double ALPHA = 0.05;

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * Of the second against the first.
   *
   * @param p adjusted for the number of comparisons
   */
  public static Verdict of(Difference difference, double p, double alpha) {
    if (difference.test() == Difference.Test.NONE) {
      return ONE_SEED;
    }
    if (difference.test() == Difference.Test.IDENTICAL && difference.difference() == 0) {
      return NO_DIFFERENCE;
    }
    if (p >= alpha) {
      return WITHIN_NOISE;
    }
    return difference.difference() > 0 ? BETTER : WORSE;
  }

  @Override
  public String toString() {
    return words;
  }
}
