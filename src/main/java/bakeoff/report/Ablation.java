package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.spec.SpecChanges;
import bakeoff.stats.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each change did: the tree over {@code extends}. */
final class Ablation implements Section {

  private static final int DEEPEST = 12;

  @Override
  public String markdown(Comparison c) {
    List<Row> byName = new ArrayList<>(c.rows().stream().filter(r -> r.file() != null).toList());
    byName.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    if (byName.stream().noneMatch(row -> c.row(row.parent()).isPresent())) {
      return "";
    }
    Markdown.Table table =
        new Markdown.Table(
            "experiment", "what it changes", "difference, points:", "95% interval:", "verdict");
    Set<Row> told = new HashSet<>();
    for (Row row : byName) {
      if (parent(c, row).isEmpty() && hasChild(byName, row)) {
        add(c, byName, row, 0, told, table);
      }
    }
    return "## What each change did\n\n"
        + "Test accuracy against the experiment that each extends.\n\n"
        + table;
  }

  private static Optional<Row> parent(Comparison c, Row row) {
    return c.row(row.parent()).filter(parent -> parent.file() != null);
  }

  private static boolean hasChild(List<Row> rows, Row row) {
    return rows.stream().anyMatch(child -> row.name().equals(child.parent()));
  }

  private static void add(
      Comparison c, List<Row> rows, Row row, int depth, Set<Row> told, Markdown.Table table) {
    if (!told.add(row)) {
      return;
    }
    Optional<Row> parent = parent(c, row);
    Optional<Planned> edge = c.edge(row);
    String indent = "&emsp;".repeat(Math.max(0, Math.min(depth, DEEPEST) - 1));
    table.row(
        indent + (depth > 0 ? "↳ " : "") + Markdown.text(row.name()),
        parent.map(from -> changes(from, row)).orElse(""),
        edge.map(p -> Digits.points(p.difference().difference())).orElse(""),
        edge.map(p -> interval(p.difference())).orElse(""),
        parent.isEmpty() ? "" : edge.map(Ablation::verdict).orElse(missing(row)));
    for (Row child : rows) {
      if (row.name().equals(child.parent())) {
        add(c, rows, child, depth + 1, told, table);
      }
    }
  }

  private static String changes(Row from, Row to) {
    List<String> changes = SpecChanges.between(from.spec(), to.spec());
    return changes.isEmpty()
        ? "nothing"
        : String.join("<br>", changes.stream().map(Markdown::code).toList());
  }

  private static String interval(Difference difference) {
    return Double.isNaN(difference.low())
        ? Digits.NOTHING
        : Digits.points(difference.low()) + " to " + Digits.points(difference.high());
  }

  private static String verdict(Planned p) {
    String words = Verdicts.words(p);
    return Double.isNaN(p.p()) ? words : words + " (" + Digits.p(p.p()) + ")";
  }

  private static String missing(Row row) {
    return row.isComparable() ? "nothing to compare with" : row.state().toString();
  }
}
