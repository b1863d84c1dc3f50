package bakeoff.report;

import bakeoff.stats.Difference;
import bakeoff.stats.Verdict;

/**
 * A comparison decided on before any result: an experiment with the one it extends, one of a grid
 * with the grid's first, any with one that a claim in its file names, or with the leader.
 *
 * @param from the one extended or named, or the leader
 * @param difference {@code to} less {@code from}
 * @param p adjusted over all planned comparisons of the folder
 * @param verdict of {@code to}
 */
record Planned(Row from, Row to, Kind kind, Difference difference, double p, Verdict verdict) {

  /** Why it was planned. */
  enum Kind {
    EXTENDS,
    LEADER,
    CLAIM
  }

  /** Of a training, with the error of the test that was used; not a number if that has none. */
  double sd() {
    double first = from.finished().size();
    double second = to.finished().size();
    return difference.error() / Math.sqrt(1 / first + 1 / second);
  }

  /** The same the other way round. */
  Planned reversed() {
    Difference d = difference;
    Difference turned =
        new Difference(
            -d.difference(), -d.high(), -d.low(), d.p(), d.test(), d.error(), d.degreesOfFreedom());
    Verdict other =
        switch (verdict) {
          case BETTER -> Verdict.WORSE;
          case WORSE -> Verdict.BETTER;
          case WITHIN_NOISE, ONE_SEED, NO_DIFFERENCE -> verdict;
        };
    return new Planned(to, from, kind, turned, p, other);
  }

  /** Whether the two are tested on images that are altered in different ways. */
  boolean isOfUnlikeTests() {
    return !from.testAugmentation().equals(to.testAugmentation());
  }
}
