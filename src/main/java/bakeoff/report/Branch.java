package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.spec.SpecChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An experiment in the tree over {@code extends}.
 *
 * @param parent null at a root
 * @param depth 0 at a root
 * @param edge what its change did; null if that can't be told
 */
record Branch(Row row, @Nullable Row parent, int depth, @Nullable Planned edge) {

  /** Each after the one it extends; none if nothing extends anything. */
  static List<Branch> all(Comparison c) {
    List<Row> byName = new ArrayList<>(c.rows().stream().filter(r -> r.file() != null).toList());
    byName.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    List<Branch> all = new ArrayList<>();
    Set<Row> told = new HashSet<>();
    for (Row row : byName) {
      if (parent(c, row).isEmpty() && hasChild(byName, row)) {
        add(c, byName, row, 0, told, all);
      }
    }
    return all;
  }

  private static Optional<Row> parent(Comparison c, Row row) {
    return c.row(row.parent()).filter(parent -> parent.file() != null);
  }

  private static boolean hasChild(List<Row> rows, Row row) {
    return rows.stream().anyMatch(child -> row.name().equals(child.parent()));
  }

  private static void add(
      Comparison c, List<Row> rows, Row row, int depth, Set<Row> told, List<Branch> all) {
    if (!told.add(row)) {
      return;
    }
    all.add(new Branch(row, parent(c, row).orElse(null), depth, c.edge(row).orElse(null)));
    for (Row child : rows) {
      if (row.name().equals(child.parent())) {
        add(c, rows, child, depth + 1, told, all);
      }
    }
  }

  /** In phrases; empty at a root, and where nothing was changed. */
  List<String> changes() {
    return parent == null ? List.of() : SpecChanges.between(parent.spec(), row.spec());
  }

  /** Points, with a sign; empty if they can't be told. */
  String difference() {
    return edge == null ? "" : Digits.points(edge.difference().difference());
  }

  String interval() {
    if (edge == null) {
      return "";
    }
    double low = edge.difference().low();
    return Double.isNaN(low)
        ? Digits.NOTHING
        : Digits.points(low) + " to " + Digits.points(edge.difference().high());
  }

  String verdict() {
    if (parent == null) {
      return "";
    }
    if (edge == null) {
      return row.isComparable() ? "nothing to compare with" : row.state().toString();
    }
    String words = Verdicts.words(edge);
    return Double.isNaN(edge.p()) ? words : words + " (" + Digits.p(edge.p()) + ")";
  }
}
