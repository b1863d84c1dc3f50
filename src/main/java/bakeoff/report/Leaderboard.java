package bakeoff.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every experiment, the best first. */
final class Leaderboard implements Section {

  @Override
  public String markdown(Comparison c) {
    if (c.rows().isEmpty()) {
      return "";
    }
    Markdown.Table table =
        new Markdown.Table(
            "experiment",
            "test accuracy, %:",
            "n:",
            "95% interval:",
            "less the leader, points",
            "training accuracy, %:",
            "gap:",
            "test loss:",
            "training loss:",
            "parameters:",
            "training:",
            "epochs:");
    c.rows().forEach(row -> table.row(cells(c, row)));
    return "## Leaderboard\n\n" + table;
  }

  private static String[] cells(Comparison c, Row row) {
    Measure test = row.testAccuracy();
    Measure train = row.trainAccuracy();
    return new String[] {
      name(c, row),
      Digits.percent(test),
      test == null ? Digits.NOTHING : String.valueOf(test.summary().n()),
      test == null
          ? Digits.NOTHING
          : Digits.percent(test.interval()) + (test.sampling() ? Footnotes.SAMPLING : ""),
      row.equals(c.leader()) ? "leader" : against(c.againstLeader(row)),
      Digits.percent(train),
      gap(test, train),
      Digits.loss(row.testLoss()),
      Digits.loss(row.trainLoss()),
      Digits.count(row.parameters()),
      Digits.flops(row.trainingFlops()),
      String.valueOf(row.epochs())
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
