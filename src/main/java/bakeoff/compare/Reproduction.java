package bakeoff.compare;

import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.stats.Difference;
import bakeoff.stats.PooledVariance;
import bakeoff.stats.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of training a trial a second time.
 *
 * @param words that say why, in a sentence or two
 */
public record Reproduction(Answer answer, String words) {

  private static final double ALPHA = 0.05;

  /** How close the second result is to the stored one. */
  public enum Answer {
    IDENTICAL("identical bytes"),
    WITHIN_NOISE("within seed noise"),
    NOT_REPRODUCED("not reproduced");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * @param samePredictions whether their files have the same bytes
   * @param folder every stored result beside it, among them its own and its other seeds'
   */
  public static Reproduction of(
      StoredTrial stored, TrialResult again, boolean samePredictions, List<StoredTrial> folder) {
    TrialResult before = stored.result();
    if (samePredictions && before.hasFiguresOf(again)) {
      String same = "the stored result and its predictions, bit by bit";
      boolean older = !before.spec().equals(again.spec());
      String text = older ? ", but for defaults that are newer than its text" : "";
      return new Reproduction(Answer.IDENTICAL, same + text);
    }
    String platform =
        before.platform().equals(again.platform())
            ? ""
            : "; other bits were to be expected: it is from "
                + before.platform().words()
                + ", this is "
                + again.platform().words();
    Double was = accuracy(before);
    Double is = accuracy(again);
    if (before.outcome() instanceof Outcome.Diverged && before.outcome().equals(again.outcome())) {
      return new Reproduction(Answer.WITHIN_NOISE, "it diverged in the same step" + platform);
    }
    if (was == null || is == null) {
      boolean alike = was == null && is == null;
      String how =
          alike ? "it ended otherwise than before" : end(before) + " before, now " + end(again);
      return new Reproduction(Answer.NOT_REPRODUCED, how + platform);
    }
    Map<String, List<Double>> groups = new TreeMap<>();
    for (StoredTrial trial : folder) {
      Double accuracy = accuracy(trial.result());
      if (accuracy != null) {
        String spec = trial.name() + " " + StoredSpec.renewed(trial.result().spec());
        groups.computeIfAbsent(spec, none -> new ArrayList<>()).add(accuracy);
      }
    }
    PooledVariance noise =
        PooledVariance.of(
            groups.values().stream().map((Collection<Double> g) -> Summary.of(g)).toList());
    List<Double> seeds =
        groups.getOrDefault(stored.name() + " " + StoredSpec.renewed(before.spec()), List.of(was));
    Difference difference = Difference.of(Summary.of(seeds), Summary.of(is), noise);
    String figures =
        String.format(Locale.ROOT, "test accuracy %.2f%%, stored %.2f%%", 100 * is, 100 * was);
    if (Double.isNaN(difference.p())) {
      return new Reproduction(
          Answer.NOT_REPRODUCED,
          figures
              + "; no experiment beside it has two seeds that differ, to tell chance from"
              + platform);
    }
    String among =
        String.format(
            Locale.ROOT,
            " (%d seeds: mean %.2f%%, p = %.2g)",
            seeds.size(),
            100 * Summary.of(seeds).mean(),
            difference.p());
    Answer answer = difference.p() >= ALPHA ? Answer.WITHIN_NOISE : Answer.NOT_REPRODUCED;
    return new Reproduction(answer, figures + among + platform);
  }

  private static @Nullable Double accuracy(TrialResult result) {
    TestResult test = result.test();
    return result.outcome() instanceof Outcome.Finished && test != null ? test.accuracy() : null;
  }

  private static String end(TrialResult result) {
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Crashed crashed) {
      return "failed (" + crashed.reason() + ")";
    }
    return outcome instanceof Outcome.Diverged ? "diverged" : "finished";
  }
}
