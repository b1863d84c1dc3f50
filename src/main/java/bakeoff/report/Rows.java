package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.ExperimentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files and results brought together by name and content key. */
final class Rows {

  private static final Comparator<Row> BEST_FIRST =
      Comparator.comparing((Row row) -> !row.isComparable())
          .thenComparing(row -> row.isComparable() ? State.FINISHED : row.state())
          .thenComparing(Comparator.comparingDouble(Rows::accuracy).reversed())
          .thenComparingLong(Row::trainingFlops)
          .thenComparing(Row::name, NaturalOrder.COMPARATOR);

  private Rows() {}

  static List<Row> of(FolderResults results) {
    Map<String, Map<Integer, TrialResult>> stored = byName(results);
    List<Row> rows = new ArrayList<>();
    for (ExperimentFile file : results.files()) {
      Map<Integer, TrialResult> found = stored.remove(file.name());
      rows.add(row(file, found == null ? Map.of() : found));
    }
    stored.forEach(
        (name, found) -> rows.add(Row.of(name, State.GONE, null, List.copyOf(found.values()))));
    rows.sort(BEST_FIRST);
    return rows;
  }

  private static Map<String, Map<Integer, TrialResult>> byName(FolderResults results) {
    Map<String, Map<Integer, TrialResult>> stored = new TreeMap<>(NaturalOrder.COMPARATOR);
    for (StoredTrial trial : results.stored()) {
      stored
          .computeIfAbsent(trial.name(), name -> new TreeMap<>())
          .put(trial.result().seed(), trial.result());
    }
    return stored;
  }

  private static Row row(ExperimentFile file, Map<Integer, TrialResult> stored) {
    List<TrialResult> current = current(file, stored);
    State state = State.NOT_RUN;
    if (!current.isEmpty()) {
      state = state(current);
    } else if (!stored.isEmpty()) {
      state = State.STALE;
    }
    List<TrialResult> shown =
        current.isEmpty() ? new ArrayList<>(new TreeMap<>(stored).values()) : current;
    return Row.of(file.name(), state, file, shown);
  }

  private static List<TrialResult> current(ExperimentFile file, Map<Integer, TrialResult> stored) {
    Map<Integer, TrialResult> found = new HashMap<>(stored);
    List<TrialResult> current = new ArrayList<>();
    if (found.isEmpty()) {
      return current;
    }
    ContentKey.all(file.experiment())
        .forEach(
            (seed, key) -> {
              TrialResult result = found.remove(seed);
              if (result != null && result.key().equals(key)) {
                current.add(result);
              }
            });
    current.sort(Comparator.comparingInt(TrialResult::seed));
    return current;
  }

  private static State state(List<TrialResult> current) {
    State state = State.FINISHED;
    for (TrialResult trial : current) {
      if (trial.outcome() instanceof Outcome.Crashed) {
        return State.FAILED;
      }
      if (trial.outcome() instanceof Outcome.Diverged) {
        state = State.DIVERGED;
      }
    }
    return state;
  }

  private static double accuracy(Row row) {
    Measure accuracy = row.testAccuracy();
    return accuracy == null ? -1 : accuracy.mean();
  }
}
