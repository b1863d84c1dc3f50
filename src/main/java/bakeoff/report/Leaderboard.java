package bakeoff.report;

import bakeoff.text.Digits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every experiment, the best first. */
final class Leaderboard implements Section {

  private static final int LONGEST = 50;

  @Override
  public String markdown(Comparison c) {
    if (c.rows().isEmpty()) {
      return "";
    }
    Markdown.Table table =
        new Markdown.Table(
            "experiment",
            "test accuracy, %:",
            "seeds:",
            "95% interval:",
            "difference from leader, points",
            "training accuracy, %:",
            "gap:",
            "test loss:",
            "training loss:",
            "parameters:",
            "training:",
            "epochs:");
    List<Row> shown = c.rows().subList(0, Math.min(LONGEST, c.rows().size()));
    shown.forEach(row -> table.row(cells(c, row)));
    return "## Leaderboard\n\n"
        + table
        + Markdown.leftOut(shown.size(), c.rows().size(), "experiments are");
  }

  private static String[] cells(Comparison c, Row row) {
    Measure test = row.testAccuracy();
    Measure train = row.trainAccuracy();
    return new String[] {
      name(c, row),
      Measure.percent(test),
      test == null ? Digits.NOTHING : String.valueOf(test.summary().n()),
      test == null
          ? Digits.NOTHING
          : Digits.percent(test.interval()) + (test.sampling() ? Footnotes.SAMPLING : ""),
      row.equals(c.leader()) ? "leader" : against(c.againstLeader(row)),
      Measure.percent(train),
      gap(test, train),
      Measure.loss(row.testLoss()),
      Measure.loss(row.trainLoss()),
      Digits.count(row.parameters()),
      Digits.flops(row.trainingFlops()),
      ReportedEpochs.brief(row)
    };
  }

  private static String gap(@Nullable Measure test, @Nullable Measure train) {
    return test == null || train == null
        ? Digits.NOTHING
        : Digits.points(train.mean() - test.mean());
  }

  private static String name(Comparison c, Row row) {
    String name = Markdown.text(row.name());
    String shown = row.equals(c.leader()) ? "**" + name + "**" : name;
    return row.state() == State.FINISHED ? shown : shown + " (" + row.state() + ")";
  }

  private static String against(Optional<Planned> found) {
    return found
        .map(p -> Digits.points(p.difference().difference()) + ", " + Verdicts.words(p))
        .orElse(Digits.NOTHING);
  }
}
