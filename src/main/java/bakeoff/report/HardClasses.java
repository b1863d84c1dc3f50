package bakeoff.report;

import bakeoff.report.Finding.Answer;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.stats.Interval;
import bakeoff.stats.Proportions;
import bakeoff.stats.Summary;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.List;

/**
 * The gap between classes that are claimed to be the hardest and the others.
 *
 * @param easiest of the claimed, the class that is right most often, over all seeds
 * @param hardest of the others, the class that is right least often
 */
record HardClasses(Row row, List<String> claimed, int easiest, int hardest) {

  private static final double LEVEL = 0.95;

  static Finding judge(Row row, List<String> claimed) {
    String sentence = sentence(row, claimed);
    List<Double> shares = row.perClassAccuracy();
    List<String> classes = row.classes();
    if (!row.isComparable() || shares.size() != classes.size()) {
      return new Finding(row, sentence, Answer.NO_RESULTS, "");
    }
    int easiest = -1;
    int hardest = -1;
    for (int i = 0; i < classes.size(); i++) {
      if (!row.isTested(i)) {
        continue;
      }
      if (claimed.contains(classes.get(i))) {
        easiest = easiest < 0 || shares.get(i) > shares.get(easiest) ? i : easiest;
      } else {
        hardest = hardest < 0 || shares.get(i) < shares.get(hardest) ? i : hardest;
      }
    }
    if (easiest < 0 || hardest < 0) {
      return new Finding(row, sentence, Answer.UNDECIDED, "no test images of these classes");
    }
    HardClasses gap = new HardClasses(row, claimed, easiest, hardest);
    return new Finding(row, sentence, gap.answer(), gap.grounds());
  }

  private static String sentence(Row row, List<String> claimed) {
    int last = claimed.size() - 1;
    String names = last == 0 ? "" : String.join(", ", claimed.subList(0, last)) + " and ";
    return names
        + claimed.get(last)
        + (last == 0 ? " is the class" : " are the classes")
        + " that "
        + row.name()
        + " gets right least often";
  }

  /**
   * Of one seed nothing is known of what others would give. It holds if every gap is surely above
   * 0; that the smallest is below 0 has to be sure at a level that pays for its having been picked
   * among all pairs (Bonferroni).
   */
  private Answer answer() {
    if (row.finished().size() == 1) {
      return Answer.UNDECIDED;
    }
    if (isSureOfEach()) {
      return Answer.HOLDS;
    }
    int pairs = claimed.size() * (row.classes().size() - claimed.size());
    double strict = 1 - (1 - LEVEL) / pairs;
    return interval(strict).high() < 0 ? Answer.CONTRADICTED : Answer.UNDECIDED;
  }

  private boolean isSureOfEach() {
    for (int other = 0; other < row.classes().size(); other++) {
      for (int own = 0; own < row.classes().size(); own++) {
        boolean pair =
            claimed.contains(row.classes().get(own)) && !claimed.contains(row.classes().get(other));
        if (pair
            && row.isTested(own)
            && row.isTested(other)
            && !(interval(LEVEL, own, other).low() > 0)) {
          return false;
        }
      }
    }
    return true;
  }

  private String grounds() {
    List<Double> shares = row.perClassAccuracy();
    Interval interval = interval(LEVEL);
    return row.classes().get(hardest)
        + " ("
        + Digits.percent(shares.get(hardest))
        + "%), the hardest of the others, minus "
        + row.classes().get(easiest)
        + " ("
        + Digits.percent(shares.get(easiest))
        + "%), the easiest of them: "
        + Digits.points(shares.get(hardest) - shares.get(easiest))
        + " points (95% interval "
        + Digits.points(interval.low())
        + " to "
        + Digits.points(interval.high())
        + (row.finished().size() == 1 ? ", test-set sampling only" : "")
        + "), "
        + Digits.count(row.finished().size(), "seed");
  }

  private Interval interval(double level) {
    return interval(level, easiest, hardest);
  }

  /**
   * The second class less the first: Student's over seeds; of one training Newcombe's, which knows
   * of its test images alone.
   */
  private Interval interval(double level, int own, int other) {
    List<Double> gaps = new ArrayList<>();
    List<List<Integer>> counts = List.of();
    for (TrialResult trial : row.finished()) {
      TestResult test = trial.test();
      if (test != null) {
        gaps.add(test.perClassAccuracy().get(other) - test.perClassAccuracy().get(own));
        counts = test.confusion();
      }
    }
    Interval overSeeds = Summary.of(gaps).interval(level);
    return overSeeds != null
        ? overSeeds
        : Proportions.difference(
            counts.get(other).get(other),
            sum(counts.get(other)),
            counts.get(own).get(own),
            sum(counts.get(own)),
            level);
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
