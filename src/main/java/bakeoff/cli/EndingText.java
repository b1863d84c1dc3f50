package bakeoff.cli;

import bakeoff.run.Durations;
import bakeoff.run.Event;
import bakeoff.run.RunObserver;
import bakeoff.spec.Experiment;
import bakeoff.spec.Trial;
import bakeoff.text.EpochWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a trial ended, in words. */
final class EndingText {

  private static final int LAST_LINES = 5;

  private EndingText() {}

  static String of(Trial trial, RunObserver.Ending ending) {
    if (ending instanceof RunObserver.Ending.Stored stored) {
      String after = " after " + Durations.text(stored.seconds());
      return stored.diverged()
          ? "diverged"
              + after
              + ": its loss was no finite number any more; try a lower learning rate"
          : "finished" + after + epoch(trial.experiment(), stored.reported());
    }
    if (ending instanceof RunObserver.Ending.Held held) {
      return "left out: " + held.by() + " is training it";
    }
    if (ending instanceof RunObserver.Ending.Elsewhere) {
      return "left out: another process has trained it meanwhile";
    }
    RunObserver.Ending.Failed failed = (RunObserver.Ending.Failed) ending;
    StringBuilder text = new StringBuilder("failed: " + failed.reason());
    int from = Math.max(0, failed.lastLines().size() - LAST_LINES);
    for (String line : failed.lastLines().subList(from, failed.lastLines().size())) {
      text.append("\n    ").append(line);
    }
    String next = failed.kept() ? "; the result from before stays" : "; the next run tries again";
    return text + "\n    log: " + failed.log() + next;
  }

  /** Which epoch is reported, where that is not simply the last of all. */
  private static String epoch(Experiment experiment, Event.@Nullable Reported reported) {
    if (reported == null) {
      return "";
    }
    Integer chosen = reported.chosenEpoch();
    Integer stopped = reported.stoppedEarlyAfter();
    if (chosen == null && stopped == null) {
      return "";
    }
    int planned = experiment.timetable().epochs();
    int last = stopped == null ? planned : stopped;
    return ": "
        + EpochWords.of(
            List.of(chosen == null ? last : chosen),
            chosen != null,
            stopped == null ? List.of() : List.of(stopped),
            planned,
            experiment.validationImages());
  }
}
