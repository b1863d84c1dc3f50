package bakeoff.compare;

import bakeoff.result.Outcome;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What to know beside a verdict: everything that differs and is not the configuration. */
final class Footnotes {

  private final List<String> notes = new ArrayList<>();

  List<String> all() {
    return List.copyOf(notes);
  }

  void add(String note) {
    notes.add(note);
  }

  /** Circumstances that differ from one side to the other. */
  void compare(Runs before, Runs after) {
    differ("data", before, after, Run::data);
    if (!before.seeds().equals(after.seeds())) {
      add("other seeds: " + list(before.seeds()) + " before, " + list(after.seeds()) + " after");
    }
    differ("hardware", before, after, Run::hardware);
    differ("TensorFlow", before, after, Run::tensorflow);
    differ("training semantics", before, after, trial -> "version " + trial.semantics());
    mixed("before", before);
    mixed("after", after);
  }

  /** How trials ended that did not finish. */
  void unfinished(Runs runs, String when) {
    for (Run trial : runs.unfinished()) {
      add("seed " + trial.seed() + " " + ending(trial.outcome()) + when);
    }
  }

  private static String ending(Outcome outcome) {
    if (outcome instanceof Outcome.Diverged diverged) {
      return String.format(
          Locale.ROOT, "diverged in epoch %d, step %d", diverged.epoch(), diverged.step());
    }
    return outcome instanceof Outcome.Crashed crashed
        ? "failed: " + Plain.text(String.valueOf(crashed.reason()))
        : "finished";
  }

  private void differ(String what, Runs before, Runs after, Function<Run, String> circumstance) {
    Set<String> then = before.distinct(circumstance);
    Set<String> now = after.distinct(circumstance);
    if (!then.equals(now)) {
      add("other " + what + ": " + list(then) + " before, " + list(now) + " after");
    }
  }

  private void mixed(String when, Runs runs) {
    if (runs.areMixed()) {
      add("stale: " + when + ", its seeds were trained with different configurations");
    }
  }

  private static String list(Set<?> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }

  static Set<String> digests(Runs runs) {
    return runs.distinct(Run::digest);
  }
}
