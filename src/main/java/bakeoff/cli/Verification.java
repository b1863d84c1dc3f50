package bakeoff.cli;

import bakeoff.compare.Reproduction;
import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import bakeoff.run.Estimate;
import bakeoff.run.Places;
import bakeoff.run.Scheduler;
import bakeoff.run.TrialState;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** {@code run --verify}: one trial again, aside, and what that gives beside what is stored. */
final class Verification {

  private final Folders folders;
  private final PrintWriter out;
  private final PrintWriter err;

  Verification(Folders folders, PrintWriter out, PrintWriter err) {
    this.folders = folders;
    this.out = out;
    this.err = err;
  }

  /**
   * The quickest of the trials that have a current result.
   *
   * @throws UserError if none has
   */
  private Trial quickest(List<Trial> trials) {
    ResultStore results = folders.store();
    return trials.stream()
        .filter(trial -> TrialState.of(trial, results) == TrialState.CURRENT)
        .min(Comparator.comparingDouble(trial -> Estimate.of(trial.file()).seconds()))
        .orElseThrow(
            () ->
                new UserError(
                    "--verify: none of the " + trials.size() + " trials has a current result",
                    "`bakeoff run` makes them; `bakeoff check` says which are there"));
  }

  /** The exit code. */
  int of(List<Trial> trials, Device device, Scheduler.Limits limits)
      throws IOException, InterruptedException {
    Trial trial = quickest(trials);
    SecondTraining second = SecondTraining.of(trial, folders, device, limits, err);
    Reproduction reproduction = second.reproduction();
    out.println(trial.label() + ": " + reproduction.answer());
    err.println(reproduction.words());
    if (second.isIdentical()) {
      second.forget(folders);
    } else {
      Places places = second.places();
      err.println(
          "the second result is in " + places.results() + ", its log in " + places.of(trial));
    }
    return reproduction.answer() == Reproduction.Answer.NOT_REPRODUCED ? 1 : 0;
  }
}
