package bakeoff.cli;

import bakeoff.result.ResultStore;
import bakeoff.result.StoredTrial;
import bakeoff.run.TrialState;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A result whose content key turns up under another name is moved, not trained again. */
final class Renames {

  private Renames() {}

  static void apply(List<ExperimentFile> files, ResultStore results, PrintWriter err)
      throws IOException {
    Map<String, StoredTrial> orphans = new HashMap<>();
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.add(file.folder() + "/" + file.name()));
    Set<String> folders = new HashSet<>();
    files.forEach(file -> folders.add(file.folder()));
    for (String folder : folders) {
      for (StoredTrial stored : results.all(folder)) {
        if (!names.contains(folder + "/" + stored.name())) {
          orphans.put(stored.result().key(), stored);
        }
      }
    }
    for (ExperimentFile file : files) {
      for (Trial trial : file.trials()) {
        StoredTrial found = orphans.get(trial.key());
        if (found != null && TrialState.of(trial, results) == TrialState.NOT_RUN) {
          results.move(found, trial);
          err.println(
              found.folder()
                  + "/"
                  + found.name()
                  + " is now "
                  + file.folder()
                  + "/"
                  + file.name()
                  + ": moved the result of seed "
                  + trial.seed());
        }
      }
    }
  }
}
