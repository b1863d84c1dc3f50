package bakeoff.compare;

import bakeoff.problem.UserError;
import bakeoff.text.Plain;
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

  private final Map<String, Run> read = new HashMap<>();
  private final Set<String> faults = new LinkedHashSet<>();

  /** What could be read, by seed. */
  Runs runs(List<TrialFile> files) {
    List<Run> trials = new ArrayList<>();
    for (TrialFile file : files) {
      Run trial = trial(file);
      if (trial != null) {
        trials.add(trial);
      }
    }
    trials.sort(Comparator.comparingInt(Run::seed));
    return new Runs(trials);
  }

  /** Tells every file that could not be read, at once. */
  void finish() {
    if (faults.isEmpty()) {
      return;
    }
    String more = faults.size() > TOLD ? "\nand " + (faults.size() - TOLD) + " more" : "";
    throw new UserError(
        faults.stream().limit(TOLD).collect(Collectors.joining("\n")) + more,
        "results are written by `bakeoff run`; restore these with git, or train them again");
  }

  private @Nullable Run trial(TrialFile file) {
    Run known = read.get(file.blob());
    try {
      Run trial = known != null ? known : RunReader.read(file.content().read());
      read.put(file.blob(), trial);
      if (file.seed().equals(String.valueOf(trial.seed()))) {
        return trial;
      }
      fault(file, "holds seed " + trial.seed() + "; the file's name has to be its seed");
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      fault(file, message.lines().findFirst().orElse("unreadable"));
    }
    return null;
  }

  private void fault(TrialFile file, String message) {
    faults.add(Plain.whole(file.shownAs()) + ": " + Plain.text(message));
  }
}
