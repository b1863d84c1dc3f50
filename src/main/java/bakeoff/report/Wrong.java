package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;
import bakeoff.text.Digits;

/** What failed or diverged, and why. */
final class Wrong implements Section {

  private static final int LONGEST = 50;

  @Override
  public String markdown(Comparison c) {
    Markdown.Table table = new Markdown.Table("experiment", "seed:", "what happened");
    int all = 0;
    for (Row row : c.rows()) {
      for (TrialResult trial : row.wrong()) {
        if (all++ < LONGEST) {
          String seed = String.valueOf(trial.seed());
          table.row(Markdown.text(row.name()), seed, reason(trial.outcome()));
        }
      }
    }
    String more =
        all <= LONGEST
            ? ""
            : "\n"
                + Digits.count(all - LONGEST)
                + " more trials are left out here: `results/FOLDER/NAME/SEED.json` says of each how"
                + " it ended.\n";
    return all == 0 ? "" : "## Failed and diverged\n\n" + table + more;
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
