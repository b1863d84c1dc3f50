package bakeoff.run;

import bakeoff.spec.Trial;
import java.nio.file.Path;

/** The folders of a run: data sets, results for git, and what is volatile or large. */
public record Places(Path data, Path results, Path runs) {

  /** Where a trial keeps its log, checkpoints and model. */
  public Path of(Trial trial) {
    return of(trial.file().folder(), trial.file().name(), trial.seed());
  }

  Path of(String folder, String name, int seed) {
    return runs.resolve(folder).resolve(name).resolve(String.valueOf(seed));
  }
}
