package bakeoff.stats;

/** From low to high, both included. */
public record Interval(double low, double high) {

  /** What of it lies between two bounds. */
  public Interval within(double least, double most) {
    return new Interval(Math.max(low, least), Math.min(high, most));
  }

  /** Whether some number of {@code [from, to)} lies in it. */
  public boolean meets(double from, double to) {
    return from <= high && low < to;
  }
}
