package bakeoff.stats;

/** From low to high, both included. */
public record Interval(double low, double high) {

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether some number of {@code [from, to)} lies in it. */
  public boolean meets(double from, double to) {
    return from <= high && low < to;
  }
}
