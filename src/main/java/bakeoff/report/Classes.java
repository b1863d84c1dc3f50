package bakeoff.report;

import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Accuracy class by class. */
final class Classes implements Section {

  private static final int WIDEST = 12;
  private static final int LONGEST = 20;
  private static final int MODELS = 6;
  private static final int HARDEST = 3;

  @Override
  public String markdown(Comparison c) {
    Row leader = c.leader();
    if (leader == null) {
      return "";
    }
    List<String> classes = leader.classes();
    List<Row> rows =
        c.comparable().stream()
            .filter(row -> row.classes().equals(classes))
            .filter(row -> row.perClassAccuracy().size() == classes.size())
            .toList();
    if (rows.isEmpty()) {
      return "";
    }
    boolean wide = classes.size() <= WIDEST;
    List<Row> shown = rows.subList(0, Math.min(wide ? LONGEST : MODELS, rows.size()));
    return "## Accuracy by class\n\n"
        + hardest(leader, classes)
        + (wide ? wide(classes, shown) : tall(classes, shown))
        + Markdown.leftOut(shown.size(), rows.size(), "experiments are");
  }

  private static Markdown.Table wide(List<String> classes, List<Row> rows) {
    List<String> columns = new ArrayList<>(List.of("%"));
    classes.forEach(name -> columns.add(Markdown.text(name) + ":"));
    Markdown.Table table = new Markdown.Table(columns);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(Markdown.text(row.name())));
      for (int i = 0; i < classes.size(); i++) {
        cells.add(percent(row, i));
      }
      table.row(cells);
    }
    return table;
  }

  private static Markdown.Table tall(List<String> classes, List<Row> rows) {
    List<String> columns = new ArrayList<>(List.of("%"));
    rows.forEach(row -> columns.add(Markdown.text(row.name()) + ":"));
    Markdown.Table table = new Markdown.Table(columns);
    for (int i = 0; i < classes.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(Markdown.text(classes.get(i))));
      for (Row row : rows) {
        cells.add(percent(row, i));
      }
      table.row(cells);
    }
    return table;
  }

  private static String percent(Row row, int label) {
    return row.isTested(label)
        ? Digits.fixed(100 * row.perClassAccuracy().get(label), 1)
        : Digits.NOTHING;
  }

  private static String hardest(Row leader, List<String> classes) {
    List<Double> shares = leader.perClassAccuracy();
    if (shares.size() != classes.size() || classes.size() <= HARDEST) {
      return "";
    }
    List<String> named =
        IntStream.range(0, classes.size())
            .filter(leader::isTested)
            .boxed()
            .sorted(Comparator.comparingDouble(shares::get))
            .limit(HARDEST)
            .map(
                i ->
                    Markdown.text(classes.get(i))
                        + " ("
                        + Digits.wholePercent(shares.get(i))
                        + "%)")
            .toList();
    return "Hardest for "
        + Markdown.text(leader.name())
        + ": "
        + String.join(", ", named)
        + ".\n\n";
  }
}
