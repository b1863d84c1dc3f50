package bakeoff.compare;

/** What is said of one experiment. */
public enum Finding {
  BETTER("better"),
  WORSE("worse"),
  WITHIN_NOISE("within noise"),
  /** No experiment of the folder has two seeds: nothing tells a difference from chance. */
  ONE_SEED("one seed"),
  UNCHANGED("unchanged"),
  /** Another configuration, and the same results. */
  CONFIGURATION_ONLY("configuration only"),
  RENAMED("renamed"),
  NEW("new"),
  GONE("gone"),
  /** A trial of the newer side crashed or diverged. */
  FAILED("failed"),
  /** Other data, or nothing finished to compare with. */
  NOT_COMPARABLE("not comparable");

  private final String words;

  Finding(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
