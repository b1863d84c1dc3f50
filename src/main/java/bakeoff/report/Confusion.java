package bakeoff.report;

import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** What the leader takes for what. */
final class Confusion implements Section {

  private static final int WIDEST = 20;
  private static final int MOST = 5;

  @Override
  public String markdown(Comparison c) {
    Row leader = c.leader();
    if (leader == null) {
      return "";
    }
    if (!Mistake.isSquare(leader)) {
      return "";
    }
    List<String> classes = leader.classes();
    List<List<Double>> shares = leader.confusion();
    return "## Confusion of "
        + Markdown.text(leader.name())
        + "\n\n"
        + worst(leader, classes)
        + (classes.size() <= WIDEST ? "\n" + table(classes, shares) : "");
  }

  private static String worst(Row leader, List<String> classes) {
    List<Mistake> mistakes = Mistake.all(leader);
    if (mistakes.isEmpty()) {
      return "No test image is mistaken.\n";
    }
    List<String> named =
        mistakes.stream()
            .limit(MOST)
            .map(
                m ->
                    Markdown.text(classes.get(m.of()))
                        + " as "
                        + Markdown.text(classes.get(m.as()))
                        + " ("
                        + Digits.wholePercent(m.share())
                        + "%)")
            .toList();
    return "Most often mistaken: " + String.join(", ", named) + ".\n";
  }

  private static String table(List<String> classes, List<List<Double>> shares) {
    List<String> columns = new ArrayList<>(List.of("% of true ↓ taken for →"));
    classes.forEach(name -> columns.add(Markdown.text(name) + ":"));
    Markdown.Table table = new Markdown.Table(columns);
    for (int of = 0; of < classes.size(); of++) {
      List<String> cells = new ArrayList<>(List.of(Markdown.text(classes.get(of))));
      for (int as = 0; as < classes.size(); as++) {
        String share = Digits.fixed(100 * shares.get(of).get(as), 1);
        cells.add(of == as ? "**" + share + "**" : share);
      }
      table.row(cells);
    }
    return table.toString();
  }
}
