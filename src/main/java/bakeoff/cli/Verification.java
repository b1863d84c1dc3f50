package bakeoff.cli;

import bakeoff.compare.Reproduction;
import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.run.Estimate;
import bakeoff.run.Places;
import bakeoff.run.Plan;
import bakeoff.run.RunsFolder;
import bakeoff.run.Scheduler;
import bakeoff.run.Speed;
import bakeoff.run.TrialState;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .min(Comparator.comparingDouble(trial -> Estimate.seconds(trial.file())))
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
    Path aside = RunsFolder.aside(folders.runs());
    Places places = new Places(folders.data(), aside.resolve("results"), aside.resolve("runs"));
    Speed speed = Speed.of(folders.runs());
    ResultStore there = new ResultStore(places.results());
    Plan plan = Plan.of(List.of(trial), there, speed, 1, 1, true);
    Devices.refuseBfloat16(plan, device);
    Preparation.of(plan, folders, err);
    err.println("training " + trial.label() + " again, in " + aside);
    Training.of(plan, places, device, limits, speed, Standings::none, err);
    TrialResult again =
        there
            .find(trial)
            .orElseThrow(() -> new UserError(trial.label() + ": another process trains it again"));
    ResultStore here = folders.store();
    String folder = trial.file().folder();
    List<StoredTrial> all = here.all(folder);
    TrialResult before = here.find(trial).orElseThrow();
    boolean same = true;
    for (String name : List.of(trial.seed() + ".json", trial.seed() + ".npy")) {
      Path file = Path.of(folder, trial.file().name(), name);
      same &= same(here.root().resolve(file), there.root().resolve(file));
    }
    StoredTrial stored = new StoredTrial(folder, trial.file().name(), before);
    Reproduction reproduction = Reproduction.of(stored, again, same, all);
    out.println(trial.label() + ": " + reproduction.answer());
    err.println(reproduction.words());
    if (reproduction.answer() == Reproduction.Answer.IDENTICAL) {
      RunsFolder.delete(aside);
    } else {
      err.println("the second result is in " + there.root() + ", its log in " + places.of(trial));
    }
    return reproduction.answer() == Reproduction.Answer.NOT_REPRODUCED ? 1 : 0;
  }

  /** Neither may be there: a trial that diverged has no predictions. */
  private static boolean same(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.mismatch(one, other) < 0;
    }
    return Files.exists(one) == Files.exists(other);
  }
}
