package bakeoff.report;

import bakeoff.result.EpochRow;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import bakeoff.text.EpochWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which epochs an experiment's figures are of, where these are not the last of all planned. */
final class ReportedEpochs {

  private ReportedEpochs() {}

  /** Whether epochs were chosen, or training stopped before its time. */
  static boolean areTold(Row row) {
    return row.finished().stream().anyMatch(t -> isChosen(t) || t.stoppedEarlyAfter() != null);
  }

  private static boolean isChosen(TrialResult trial) {
    TestResult test = trial.test();
    return test != null && test.chosenEpoch() != null;
  }

  /** {@code 30}, {@code 12 of 30}, {@code 9–14 of 30}. */
  static String brief(Row row) {
    String planned = String.valueOf(row.epochs());
    if (!areTold(row)) {
      return planned;
    }
    IntStream epochs = epochs(row).stream().mapToInt(Integer::intValue);
    var range = epochs.summaryStatistics();
    String first = String.valueOf(range.getMin());
    String last = range.getMax() > range.getMin() ? "–" + range.getMax() : "";
    return first + last + " of " + planned;
  }

  /** Which and why. */
  static String words(Row row) {
    List<TrialResult> finished = row.finished();
    List<Integer> stopped =
        finished.stream().map(TrialResult::stoppedEarlyAfter).filter(Objects::nonNull).toList();
    ExperimentFile file = row.file();
    int images = file == null ? 0 : file.experiment().validationImages();
    boolean chosen = finished.stream().anyMatch(ReportedEpochs::isChosen);
    return EpochWords.of(epochs(row), chosen, stopped, row.epochs(), images);
  }

  /** For programs: of each seed. */
  static List<Map<String, @Nullable Object>> json(Row row) {
    List<Map<String, @Nullable Object>> seeds = new ArrayList<>();
    for (TrialResult trial : row.finished()) {
      EpochRow reported = trial.reportedEpoch();
      Map<String, @Nullable Object> seed = new LinkedHashMap<>();
      seed.put("seed", trial.seed());
      seed.put("epoch", reported == null ? null : reported.epoch());
      seed.put("stopped_early_after", trial.stoppedEarlyAfter());
      seeds.add(seed);
    }
    return seeds;
  }

  private static List<Integer> epochs(Row row) {
    return row.finished().stream()
        .map(TrialResult::reportedEpoch)
        .filter(Objects::nonNull)
        .map(EpochRow::epoch)
        .toList();
  }
}
