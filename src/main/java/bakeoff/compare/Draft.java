package bakeoff.compare;

import bakeoff.stats.Difference;
import bakeoff.stats.PooledVariance;
import bakeoff.stats.SeedsNeeded;
import bakeoff.stats.Summary;
import bakeoff.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row whose verdict may still wait for the p values of the others.
 *
 * @param finding null where the test decides
 */
record Draft(
    Pair pair,
    @Nullable Finding finding,
    Runs before,
    Runs after,
    @Nullable Difference difference,
    Changes changed,
    List<String> footnotes) {

  private static final Runs NO_RUNS = new Runs(List.of());

  static Draft of(Pair pair, Reading reading, SeedNoise noise) {
    if (pair.isSameFiles() && !pair.isRenamed()) {
      return untested(pair, Finding.UNCHANGED, NO_RUNS, NO_RUNS, Changes.NONE, List.of());
    }
    Runs before = reading.runs(pair.before());
    Runs after = reading.runs(pair.after());
    if (before.trials().isEmpty() || after.trials().isEmpty()) {
      return oneSided(pair, before, after);
    }
    Changes changed = Changes.between(before.trials().get(0).spec(), after.trials().get(0).spec());
    Footnotes notes = new Footnotes();
    if (pair.isRenamed()) {
      notes.add("was " + pair.was());
    }
    notes.compare(before, after);
    if (changed.keys().stream().anyMatch(key -> key.startsWith("augmentation.test"))) {
      notes.add("test images are altered otherwise");
    }
    boolean same = before.sameResults(after);
    notes.unfinished(after, same ? ", as before" : "");
    Finding finding = untested(pair, before, after, changed);
    if (finding != null) {
      return untested(pair, finding, before, after, changed, notes.all());
    }
    Summary first = before.summary();
    Summary second = after.summary();
    if (first == null || second == null) {
      notes.unfinished(before, " before");
      return untested(pair, Finding.NOT_COMPARABLE, before, after, changed, notes.all());
    }
    return compared(pair, before, after, first, second, noise, changed, notes);
  }

  private static Draft oneSided(Pair pair, Runs before, Runs after) {
    if (after.trials().isEmpty()) {
      return untested(pair, Finding.GONE, before, after, Changes.NONE, List.of());
    }
    Footnotes notes = new Footnotes();
    notes.unfinished(after, "");
    Finding finding = after.unfinished().isEmpty() ? Finding.NEW : Finding.FAILED;
    return untested(pair, finding, before, after, Changes.NONE, notes.all());
  }

  /** What needs no test; null where one is to decide. */
  private static @Nullable Finding untested(Pair pair, Runs before, Runs after, Changes changed) {
    boolean same = before.sameResults(after);
    if (!after.unfinished().isEmpty() && !(same && changed.isEmpty())) {
      return Finding.FAILED;
    }
    if (!Footnotes.digests(before).equals(Footnotes.digests(after))) {
      return Finding.NOT_COMPARABLE;
    }
    if (!same) {
      return null;
    }
    if (pair.isRenamed()) {
      return Finding.RENAMED;
    }
    return changed.isEmpty() ? Finding.UNCHANGED : Finding.CONFIGURATION_ONLY;
  }

  private static Draft untested(
      Pair pair, Finding finding, Runs before, Runs after, Changes changed, List<String> notes) {
    return new Draft(pair, finding, before, after, null, changed, notes);
  }

  private static Draft compared(
      Pair pair,
      Runs before,
      Runs after,
      Summary first,
      Summary second,
      SeedNoise noise,
      Changes changed,
      Footnotes notes) {
    boolean mixed = before.areMixed() || after.areMixed();
    if (changed.isEmpty() && !mixed && before.differsInSeedsAlone(after)) {
      notes.add("the same experiment: what differs is the choice of seeds");
      double none = Double.NaN;
      Difference chance =
          new Difference(
              second.mean() - first.mean(), none, none, none, Difference.Test.NONE, none, 0);
      Finding finding = pair.isRenamed() ? Finding.RENAMED : Finding.WITHIN_NOISE;
      return new Draft(pair, finding, before, after, chance, changed, notes.all());
    }
    if (changed.isEmpty() && before.keys().equals(after.keys())) {
      notes.add("trained again: the same configuration and seeds gave other results");
    }
    PooledVariance pooled = noise.of(pair.place().folder());
    Difference difference = Difference.of(first, second, pooled);
    String folder = pair.place().folder();
    switch (difference.test()) {
      case BORROWED ->
          notes.add("borrowed: a side with one seed takes the seed variance of " + folder);
      case WELCH -> notes.add("the seed variances clearly differ: Welch's test");
      case NONE ->
          notes.add(
              "no experiment of " + folder + " has two seeds that differ, to tell chance from");
      case POOLED_T, IDENTICAL -> {}
    }
    return new Draft(pair, null, before, after, difference, changed, notes.all());
  }

  /** Two-sided, of this row alone; not a number where nothing is tested. */
  double p() {
    return finding == null && difference != null ? difference.p() : Double.NaN;
  }

  /**
   * The finished row, once p is adjusted.
   *
   * @param tested how many rows share alpha
   */
  ExperimentDiff row(double adjusted, double alpha, long tested) {
    Finding said = finding != null ? finding : tested(adjusted, alpha);
    List<String> notes = new ArrayList<>(footnotes);
    if (finding == null && said == Finding.WITHIN_NOISE && difference != null) {
      enough(difference, alpha / tested, notes);
    }
    return new ExperimentDiff(
        pair.place(),
        said,
        before.summary(),
        after.summary(),
        difference == null ? null : difference.at(alpha),
        Double.isNaN(adjusted) ? null : adjusted,
        changed,
        notes);
  }

  private Finding tested(double adjusted, double alpha) {
    if (difference == null) {
      throw new IllegalStateException(pair.place() + " was not compared");
    }
    return switch (Verdict.of(difference, adjusted, alpha)) {
      case BETTER -> Finding.BETTER;
      case WORSE -> Finding.WORSE;
      case WITHIN_NOISE, NO_DIFFERENCE -> Finding.WITHIN_NOISE;
      case ONE_SEED -> Finding.ONE_SEED;
    };
  }

  /** What would tell a difference of this size from chance, by the test that was used. */
  private void enough(Difference found, double alpha, List<String> notes) {
    double size = found.difference();
    if (Math.abs(size) < 0.00005 || !(found.error() > 0)) {
      return;
    }
    double sides = 1.0 / finished(before) + 1.0 / finished(after);
    int seeds = SeedsNeeded.perSide(size, found.error() / Math.sqrt(sides), 0, alpha);
    String many = seeds > 1000 ? "more than 1,000" : "about " + seeds;
    notes.add(
        String.format(Locale.ROOT, "%.2f points need %s seeds a side", Math.abs(100 * size), many));
  }

  private static int finished(Runs runs) {
    return runs.trials().size() - runs.unfinished().size();
  }
}
