package bakeoff.report;

import bakeoff.claim.EquivalentTo;
import bakeoff.report.Finding.Answer;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.stats.Difference;
import bakeoff.stats.Interval;
import bakeoff.stats.SeedsNeeded;
import bakeoff.stats.Summary;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A claim that two are as good as each other, give or take, and what the results say to it: two
 * one-sided tests (Schuirmann 1987).
 */
record Equivalence(Planned planned, EquivalentTo claim) {

  /** Of both tests together; the interval's level is 1 less twice that of each. */
  private static final double ALPHA = 0.1;

  boolean isOf(Planned other) {
    Set<String> own = Set.of(planned.from().name(), planned.to().name());
    return own.equals(Set.of(other.from().name(), other.to().name()));
  }

  Answer answer() {
    Interval interval = interval();
    double within = claim.within();
    if (interval == null) {
      return Answer.UNDECIDED;
    }
    if (interval.low() > -within && interval.high() < within) {
      return Answer.HOLDS;
    }
    return interval.low() > within || interval.high() < -within
        ? Answer.CONTRADICTED
        : Answer.UNDECIDED;
  }

  /** Null where nothing tells how seeds vary. */
  private @Nullable Interval interval() {
    if (claim.paired()) {
      Summary pairs = pairs();
      return pairs == null ? null : pairs.interval(1 - ALPHA);
    }
    Difference d = planned.difference().at(ALPHA);
    return Double.isNaN(d.low()) ? null : new Interval(d.low(), d.high());
  }

  /** The differences of the seeds that both have; null if there is none. */
  private @Nullable Summary pairs() {
    Map<Integer, Double> from = bySeed(planned.from());
    List<Double> differences = new ArrayList<>();
    bySeed(planned.to())
        .forEach(
            (seed, accuracy) -> {
              Double other = from.get(seed);
              if (other != null) {
                differences.add(accuracy - other);
              }
            });
    return differences.isEmpty() ? null : Summary.of(differences);
  }

  private static Map<Integer, Double> bySeed(Row row) {
    Map<Integer, Double> accuracies = new HashMap<>();
    for (TrialResult trial : row.finished()) {
      TestResult test = trial.test();
      if (test != null) {
        accuracies.put(trial.seed(), test.accuracy());
      }
    }
    return accuracies;
  }

  /** What the answer rests on. */
  String grounds() {
    Summary pairs = claim.paired() ? pairs() : null;
    Interval interval = interval();
    double change = pairs == null ? planned.difference().difference() : pairs.mean();
    String seeds =
        claim.paired()
            ? Digits.count(pairs == null ? 0 : pairs.n(), "seed") + ", paired"
            : Digits.count(planned.to().finished().size(), "seed")
                + " against "
                + Digits.count(planned.from().finished().size(), "seed");
    if (interval == null) {
      return Digits.points(change) + " points, " + seeds + "; nothing tells how seeds vary";
    }
    return Digits.points(change)
        + " points (90% interval "
        + Digits.points(interval.low())
        + " to "
        + Digits.points(interval.high())
        + (claim.paired() ? "" : Verdicts.marks(planned))
        + "), "
        + seeds;
  }

  /** Whether it is undecided, and known how many seeds would decide it. */
  boolean isOpen() {
    return answer() == Answer.UNDECIDED && sd() > 0;
  }

  /**
   * To show it, if the two do not differ.
   *
   * @param others degrees of freedom that other experiments add to those of the two
   */
  int seedsNeeded(int others) {
    return claim.paired()
        ? SeedsNeeded.toShowEqualityOfPairs(claim.within(), sd())
        : SeedsNeeded.toShowEquality(claim.within(), sd(), others);
  }

  /** Of the differences of pairs, or of single trainings; not a number where nothing is known. */
  private double sd() {
    if (claim.paired()) {
      Summary pairs = pairs();
      return pairs == null ? Double.NaN : pairs.sd();
    }
    return planned.sd();
  }
}
