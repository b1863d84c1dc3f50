package bakeoff.report;

import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The leaderboard as a table to sort and to filter. */
record HtmlLeaderboard(List<Column> columns, List<Line> lines) {

  /** A column; one of numbers is set to the right and sorts the largest first. */
  record Column(String title, boolean number) {}

  /**
   * A cell.
   *
   * @param value what it sorts by; empty cells come last
   */
  record Cell(String text, String value, boolean number) {

    static Cell number(String text, double value) {
      return new Cell(text, Double.isNaN(value) ? "" : Digits.fixed(value, 6), true);
    }
  }

  /**
   * An experiment.
   *
   * @param place in the page's data
   * @param marked whether its state has to be told
   * @param kind its state as a class of the style sheet
   */
  record Line(
      int place,
      String name,
      boolean leader,
      String state,
      boolean marked,
      String kind,
      List<Cell> cells) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("experiment", false),
          new Column("test accuracy, %", true),
          new Column("seeds", true),
          new Column("95% interval", true),
          new Column("difference from leader, points", true),
          new Column("training accuracy, %", true),
          new Column("gap, points", true),
          new Column("test loss", true),
          new Column("training loss", true),
          new Column("parameters", true),
          new Column("training cost", true),
          new Column("epochs", true));

  static HtmlLeaderboard of(Comparison c) {
    List<Line> lines = new ArrayList<>();
    for (Row row : c.rows()) {
      String state = row.state().toString();
      lines.add(
          new Line(
              lines.size(),
              Plain.text(row.name()),
              row.equals(c.leader()),
              state,
              row.state() != State.FINISHED,
              state.replace(' ', '-'),
              cells(c, row)));
    }
    return new HtmlLeaderboard(COLUMNS, lines);
  }

  private static List<Cell> cells(Comparison c, Row row) {
    Measure test = row.testAccuracy();
    Measure train = row.trainAccuracy();
    boolean both = test != null && train != null;
    double gap = both ? mean(train) - mean(test) : Double.NaN;
    return List.of(
        Cell.number(Measure.percent(test), mean(test)),
        Cell.number(
            test == null ? Digits.NOTHING : String.valueOf(test.summary().n()),
            test == null ? Double.NaN : test.summary().n()),
        interval(test),
        row.equals(c.leader()) ? Cell.number("leader", 0) : against(c.againstLeader(row)),
        Cell.number(Measure.percent(train), mean(train)),
        Cell.number(both ? Digits.points(gap) : Digits.NOTHING, gap),
        Cell.number(Measure.loss(row.testLoss()), mean(row.testLoss())),
        Cell.number(Measure.loss(row.trainLoss()), mean(row.trainLoss())),
        Cell.number(Digits.count(row.parameters()), (double) row.parameters()),
        Cell.number(Digits.flops(row.trainingFlops()), (double) row.trainingFlops()),
        Cell.number(ReportedEpochs.brief(row), row.epochs()));
  }

  private static double mean(@Nullable Measure measure) {
    return measure == null ? Double.NaN : measure.mean();
  }

  private static Cell interval(@Nullable Measure test) {
    if (test == null || test.interval() == null) {
      return Cell.number(Digits.NOTHING, Double.NaN);
    }
    String mark = test.sampling() ? Footnotes.SAMPLING : "";
    return Cell.number(Digits.percent(test.interval()) + mark, test.interval().low());
  }

  private static Cell against(Optional<Planned> found) {
    return found
        .map(
            p -> {
              double difference = p.difference().difference();
              return Cell.number(Digits.points(difference) + ", " + Verdicts.words(p), difference);
            })
        .orElse(Cell.number(Digits.NOTHING, Double.NaN));
  }
}
