package bakeoff.cli;

import bakeoff.run.Durations;
import bakeoff.run.RunObserver;

/** How a trial ended, in words. */
final class EndingText {

  private static final int LAST_LINES = 5;

  private EndingText() {}

  static String of(RunObserver.Ending ending) {
    if (ending instanceof RunObserver.Ending.Stored stored) {
      String after = " after " + Durations.text(stored.seconds());
      return stored.diverged()
          ? "diverged"
              + after
              + ": its loss was no finite number any more; try a lower learning rate"
          : "finished" + after;
    }
    if (ending instanceof RunObserver.Ending.Held held) {
      return "left out: " + held.by() + " is training it";
    }
    RunObserver.Ending.Failed failed = (RunObserver.Ending.Failed) ending;
    StringBuilder text = new StringBuilder("failed: " + failed.reason());
    int from = Math.max(0, failed.lastLines().size() - LAST_LINES);
    for (String line : failed.lastLines().subList(from, failed.lastLines().size())) {
      text.append("\n    ").append(line);
    }
    return text + "\n    log: " + failed.log() + "; the next run tries again";
  }
}
