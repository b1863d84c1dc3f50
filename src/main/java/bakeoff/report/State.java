package bakeoff.report;

/** Where an experiment stands. */
public enum State {
  /** Some seeds were trained to the end, and none went wrong. */
  FINISHED("finished"),
  DIVERGED("diverged"),
  FAILED("failed"),
  NOT_RUN("not run"),
  /** The file has changed since, for every seed that was trained. */
  STALE("stale"),
  /** Results without a file. */
  GONE("gone");

  private final String words;

  State(String words) {
    this.words = words;
  }

  /** Whether what is stored belongs to the file as it is now. */
  boolean isCurrent() {
    return this != STALE && this != GONE;
  }

  @Override
  public String toString() {
    return words;
  }
}
