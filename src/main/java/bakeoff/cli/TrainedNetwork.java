package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.run.Durations;
import bakeoff.run.Scheduler;
import bakeoff.run.Speed;
import bakeoff.run.TrialState;
import bakeoff.spec.Trial;
import bakeoff.train.SafeTensors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weights that a trial, as it stands in its file, ended with: kept in runs, or made again. */
final class TrainedNetwork {

  private static final String FILE = "model.safetensors";

  private final Trial trial;
  private final Folders folders;
  private final PrintWriter err;

  TrainedNetwork(Trial trial, Folders folders, PrintWriter err) {
    this.trial = trial;
    this.folders = folders;
    this.err = err;
  }

  private Path kept() {
    return folders.places().of(trial).resolve(FILE);
  }

  /**
   * @throws UserError if they are not here; the hint says how to get them
   */
  Path find() throws IOException {
    Path file = kept();
    if (!Files.exists(file)) {
      throw new UserError("no trained network is at " + file, wayThere());
    }
    String wrong = wrongWith(file);
    if (wrong != null) {
      throw new UserError(file + ": " + wrong, wayThere());
    }
    return file;
  }

  /** Null if they are whole, and of the experiment as it stands in its file. */
  private @Nullable String wrongWith(Path file) {
    try {
      String key = SafeTensors.read(file).metadata().get("key");
      return trial.key().equals(key) ? null : "of another version of the experiment";
    } catch (IOException e) {
      return "damaged: " + e.getMessage();
    }
  }

  private boolean hasResult() {
    return TrialState.of(trial, folders.store()) == TrialState.CURRENT;
  }

  private String wayThere() throws IOException {
    String folder = String.valueOf(trial.file().path().getParent());
    String name = trial.file().name();
    if (!hasResult()) {
      return "`bakeoff run " + folder + " --only " + name + "` trains it";
    }
    double seconds = Speed.of(folders.runs()).seconds(trial.file());
    return "`bakeoff export "
        + trial.file().folder()
        + "/"
        + name
        + " --seed "
        + trial.seed()
        + " --train` trains it again, about "
        + Durations.text(seconds)
        + ", and checks that against the stored result";
  }

  /**
   * Trains them again unless they are here.
   *
   * @param anyway whether they will do that give another result than the stored one
   * @return empty if they do, and will not do
   * @throws UserError if no result is stored
   */
  Optional<Path> findOrTrain(boolean anyway) throws IOException, InterruptedException {
    Path file = kept();
    if (Files.exists(file) && wrongWith(file) == null) {
      return Optional.of(file);
    }
    if (!hasResult()) {
      throw new UserError(trial.label() + " has no current result to check against", wayThere());
    }
    Scheduler.Limits limits =
        new Scheduler.Limits(Double.POSITIVE_INFINITY, Devices.SILENCE_SECONDS);
    SecondTraining second =
        SecondTraining.of(trial, folders, Devices.choose(RunCommand.On.AUTO), limits, err);
    err.println(trial.label() + ": " + second.reproduction().answer());
    if (!second.isIdentical()) {
      err.println(second.reproduction().words());
    }
    Path made = second.places().of(trial).resolve(FILE);
    if (!Files.exists(made)) {
      throw new UserError(
          trial.label() + " did not finish: there is no network to export",
          "its log is in " + second.places().of(trial));
    }
    if (!second.isIdentical()) {
      return anyway ? Optional.of(made) : Optional.empty();
    }
    Files.createDirectories(file.resolveSibling(""));
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    second.forget(folders);
    return Optional.of(file);
  }
}
