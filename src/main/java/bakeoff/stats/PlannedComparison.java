package bakeoff.stats;

import bakeoff.stats.Difference.Test;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A comparison that was decided on before any result was seen.
 *
 * @param withLeader the other side is whichever turned out best: the choice has to be paid for
 */
public record PlannedComparison(Difference difference, boolean withLeader) {

  /**
   * The p values of all of them, adjusted together, so that with a chance of 0.05 at most any
   * verdict is false. Holm's procedure; but comparisons with the leader are one family in it, of
   * the weight of its members, whose own p values are Tukey and Kramer's: the best of many equals
   * looks good by being picked. Without a leader among them this is Holm's adjustment.
   *
   * @param candidates how many the leader was picked from
   */
  public static double[] adjust(List<PlannedComparison> planned, int candidates) {
    return adjust(planned, new StudentizedRange(Math.max(2, candidates)));
  }

  static double[] adjust(List<PlannedComparison> planned, StudentizedRange range) {
    long leaderWeight = planned.stream().filter(c -> c.withLeader && c.tested()).count();
    double[] score =
        planned.stream()
            .mapToDouble(c -> c.withLeader ? c.tukey(range) / leaderWeight : c.p())
            .toArray();
    List<Integer> order =
        IntStream.range(0, score.length)
            .filter(i -> planned.get(i).tested())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> score[i]))
            .toList();
    double[] adjusted = score.clone();
    int remaining = order.size();
    double largest = 0;
    for (int i : order) {
      largest = Math.max(largest, Math.min(1, score[i] * remaining));
      adjusted[i] = largest;
      remaining -= planned.get(i).withLeader ? 0 : 1;
    }
    return adjusted;
  }

  private boolean tested() {
    return difference.test() != Test.NONE;
  }

  private double p() {
    return difference.p();
  }

  /** Tukey and Kramer's: t is the range over the square root of two. */
  private double tukey(StudentizedRange range) {
    if (!tested() || difference.test() == Test.IDENTICAL) {
      return difference.p();
    }
    double t = Math.abs(difference.difference()) / difference.error();
    return Math.max(p(), range.beyond(t * Math.sqrt(2), difference.degreesOfFreedom()));
  }
}
