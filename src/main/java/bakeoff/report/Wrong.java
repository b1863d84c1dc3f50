package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;

/** What failed or diverged, and why. */
final class Wrong implements Section {

  @Override
  public String markdown(Comparison c) {
    Markdown.Table table = new Markdown.Table("experiment", "seed:", "what happened");
    boolean any = false;
    for (Row row : c.rows()) {
      for (TrialResult trial : row.wrong()) {
        any = true;
        table.row(Markdown.text(row.name()), String.valueOf(trial.seed()), reason(trial.outcome()));
      }
    }
    return any ? "## Failed and diverged\n\n" + table : "";
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Diverged diverged) {
      return "diverged in epoch "
          + diverged.epoch()
          + ", step "
          + Digits.count(diverged.step())
          + ": the loss was no longer a finite number";
    }
    if (outcome instanceof Outcome.Crashed crashed) {
      return "failed: " + Markdown.text(crashed.reason());
    }
    return "finished without a test result";
  }
}
