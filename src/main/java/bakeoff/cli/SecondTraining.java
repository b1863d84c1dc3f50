package bakeoff.cli;

import bakeoff.compare.Reproduction;
import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.run.Places;
import bakeoff.run.Plan;
import bakeoff.run.RunsFolder;
import bakeoff.run.Scheduler;
import bakeoff.run.Speed;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A trial with a stored result, trained once more, aside.
 *
 * @param aside the folder of all that it gave, until {@link #forget}
 * @param places in it
 * @param reproduction what that is beside what is stored
 */
record SecondTraining(Path aside, Places places, Reproduction reproduction) {

  static SecondTraining of(
      Trial trial, Folders folders, Device device, Scheduler.Limits limits, PrintWriter err)
      throws IOException, InterruptedException {
    Path aside = RunsFolder.aside(folders.runs(), trial);
    Places places = new Places(folders.data(), aside.resolve("results"), aside.resolve("runs"));
    Speed speed = Speed.of(folders.runs());
    RunsFolder.delete(places.results(), folders.runs()); // that of a verification before this one
    ResultStore there = new ResultStore(places.results());
    Plan plan = Plan.of(List.of(trial), places, speed, 1, 1, true);
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
    TrialResult before = here.find(trial).orElseThrow();
    String name = trial.file().name();
    boolean same =
        same(
            here.predictions(folder, name, trial.seed()),
            there.predictions(folder, name, trial.seed()));
    StoredTrial stored = new StoredTrial(folder, name, before);
    return new SecondTraining(
        aside, places, Reproduction.of(stored, again, same, here.all(folder)));
  }

  boolean isIdentical() {
    return reproduction.answer() == Reproduction.Answer.IDENTICAL;
  }

  void forget(Folders folders) throws IOException {
    RunsFolder.delete(aside, folders.runs());
  }

  /** Neither may be there: a trial that diverged has no predictions. */
  private static boolean same(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.mismatch(one, other) < 0;
    }
    return Files.exists(one) == Files.exists(other);
  }
}
