package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  static Tally of(FolderResults results, List<Row> rows) {
    Map<String, Set<Integer>> stored = new HashMap<>();
    for (StoredTrial trial : results.stored()) {
      stored.computeIfAbsent(trial.name(), name -> new HashSet<>()).add(trial.result().seed());
    }
    List<TrialResult> current =
        rows.stream()
            .filter(row -> row.state().isCurrent())
            .flatMap(row -> row.trials().stream())
            .toList();
    int wanted = 0;
    int found = 0;
    for (ExperimentFile file : results.files()) {
      Set<Integer> seeds = Set.copyOf(file.experiment().seeds());
      wanted += seeds.size();
      Set<Integer> kept = stored.getOrDefault(file.name(), Set.of());
      found += (int) seeds.stream().filter(kept::contains).count();
    }
    return new Tally(
        wanted,
        count(current, Outcome.Finished.class),
        count(current, Outcome.Diverged.class),
        count(current, Outcome.Crashed.class),
        found - current.size(),
        wanted - found,
        stored.values().stream().mapToInt(Set::size).sum() - found,
        current.stream()
            .map(trial -> trial.platform().words())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static int count(List<TrialResult> trials, Class<? extends Outcome> outcome) {
    return (int) trials.stream().filter(trial -> outcome.isInstance(trial.outcome())).count();
  }
}
