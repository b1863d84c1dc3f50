package bakeoff.compare;

import bakeoff.problem.UserError;
import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files, each content once, and collects those that cannot be read. */
final class Reading {

  private static final int TOLD = 20;

  private final Map<String, TrialResult> read = new HashMap<>();
  private final Set<String> faults = new LinkedHashSet<>();

  /** What could be read, by seed. */
  Runs runs(List<TrialFile> files) {
    List<TrialResult> trials = new ArrayList<>();
    for (TrialFile file : files) {
      TrialResult trial = trial(file);
      if (trial != null) {
        trials.add(trial);
      }
    }
    trials.sort(Comparator.comparingInt(TrialResult::seed));
    return new Runs(trials);
  }

  /** Every file that could not be read, told at once. */
  void finish() {
    if (faults.isEmpty()) {
      return;
    }
    String more = faults.size() > TOLD ? "\nand " + (faults.size() - TOLD) + " more" : "";
    throw new UserError(
        faults.stream().limit(TOLD).collect(Collectors.joining("\n")) + more,
        "results are written by `bakeoff run`; restore these with git, or train them again");
  }

  private @Nullable TrialResult trial(TrialFile file) {
    String content = file.blob() + file.path().substring(file.path().lastIndexOf('/'));
    TrialResult known = read.get(content);
    if (known != null) {
      return known;
    }
    try {
      TrialResult trial =
          ResultStore.stored(file.path(), file.content().read(), file.shownAs()).result();
      String fault = fault(trial);
      if (fault == null) {
        read.put(content, trial);
        return trial;
      }
      faults.add(Plain.text(file.shownAs() + ": " + fault));
    } catch (IOException e) {
      faults.add(Plain.text(file.shownAs() + ": " + e.getMessage()));
    } catch (UserError e) {
      faults.add(Plain.text(String.valueOf(e.getMessage())));
    }
    return null;
  }

  /** What no result of ours would hold; someone else may have written it. */
  @SuppressWarnings("ConstantValue")
  private static @Nullable String fault(TrialResult trial) {
    boolean gaps =
        isNull(trial.key())
            || isNull(trial.spec())
            || isNull(trial.data())
            || isNull(trial.outcome())
            || isNull(trial.platform());
    if (gaps || isNull(trial.data().digest()) || isNull(trial.data().name())) {
      return "not a result of bakeoff: key, spec, data, outcome or platform is missing";
    }
    if (!trial.spec().isObject()) {
      return "not a result of bakeoff: its spec is no map";
    }
    TestResult test = trial.test();
    if (trial.outcome() instanceof Outcome.Finished) {
      if (test == null || isNull(test.predictions())) {
        return "finished, but without test results";
      }
      if (!(test.accuracy() >= 0 && test.accuracy() <= 1)) {
        return "test accuracy " + test.accuracy() + " is not in [0, 1]";
      }
    }
    return null;
  }

  /** Jackson leaves null where a file says so, whatever a record declares. */
  private static boolean isNull(@Nullable Object value) {
    return value == null;
  }
}
