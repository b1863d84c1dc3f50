package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many trials stand where.
 *
 * @param wanted by the files
 * @param current stored with the key of the file as it is, finished
 * @param surplus stored, but no file asks for them
 * @param platforms of the current ones, in words
 */
record Tally(
    int wanted,
    int current,
    int diverged,
    int failed,
    int stale,
    int notRun,
    int surplus,
    Set<String> platforms) {

  static Tally of(FolderResults results) {
    Map<String, TrialResult> stored = new HashMap<>();
    for (StoredTrial trial : results.stored()) {
      stored.put(place(trial.name(), trial.result().seed()), trial.result());
    }
    int wanted = 0;
    int finished = 0;
    int diverged = 0;
    int failed = 0;
    int stale = 0;
    Set<String> platforms = new TreeSet<>();
    Set<String> asked = new HashSet<>();
    for (ExperimentFile file : results.files()) {
      for (Trial trial : file.trials()) {
        wanted++;
        asked.add(place(file.name(), trial.seed()));
        TrialResult result = stored.get(place(file.name(), trial.seed()));
        if (result == null) {
          continue;
        }
        if (!result.key().equals(trial.key())) {
          stale++;
          continue;
        }
        platforms.add(words(result.platform()));
        finished += result.outcome() instanceof Outcome.Finished ? 1 : 0;
        diverged += result.outcome() instanceof Outcome.Diverged ? 1 : 0;
        failed += result.outcome() instanceof Outcome.Crashed ? 1 : 0;
      }
    }
    int notRun = wanted - finished - diverged - failed - stale;
    int surplus = (int) stored.keySet().stream().filter(key -> !asked.contains(key)).count();
    return new Tally(wanted, finished, diverged, failed, stale, notRun, surplus, platforms);
  }

  private static String place(String name, int seed) {
    return name + "/" + seed;
  }

  private static String words(Provenance platform) {
    return String.join(
        " ",
        platform.os(),
        platform.architecture(),
        platform.device(),
        platform.instructionSet(),
        "TensorFlow",
        platform.tensorflow());
  }
}
