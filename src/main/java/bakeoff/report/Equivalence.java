package bakeoff.report;

import bakeoff.report.Finding.Answer;
import bakeoff.stats.Difference;
import bakeoff.text.Digits;

/** Whether two are as good as each other: two one-sided tests (Schuirmann 1987). */
final class Equivalence {

  /** Of both tests together; the interval's level is 1 less twice that of each. */
  private static final double ALPHA = 0.1;

  private Equivalence() {}

  static Answer answer(Difference difference, double within) {
    Difference d = difference.at(ALPHA);
    if (Double.isNaN(d.low())) {
      return Answer.UNDECIDED;
    }
    if (d.low() > -within && d.high() < within) {
      return Answer.HOLDS;
    }
    return d.low() > within || d.high() < -within ? Answer.CONTRADICTED : Answer.UNDECIDED;
  }

  /** The interval that the answer rests on. */
  static String interval(Difference difference) {
    Difference d = difference.at(ALPHA);
    return "90% interval " + Digits.points(d.low()) + " to " + Digits.points(d.high());
  }
}
