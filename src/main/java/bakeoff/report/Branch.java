package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.spec.SpecChanges;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An experiment in the tree over {@code extends}.
 *
 * @param parent null at a root
 * @param depth 0 at a root
 * @param edge what its change did; null if that can't be told
 * @param changes in phrases; empty at a root, and where nothing was changed
 */
record Branch(
    Row row, @Nullable Row parent, int depth, @Nullable Planned edge, List<String> changes) {

  /** Each after the one it extends; none if nothing extends anything. */
  static List<Branch> all(Comparison c) {
    List<Row> byName = new ArrayList<>(c.rows().stream().filter(r -> r.file() != null).toList());
    byName.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    Map<String, List<Row>> children = new HashMap<>();
    for (Row row : byName) {
      parent(c, row)
          .ifPresent(p -> children.computeIfAbsent(p.name(), n -> new ArrayList<>()).add(row));
    }
    List<Branch> all = new ArrayList<>();
    for (Row row : byName) {
      if (parent(c, row).isEmpty() && children.containsKey(row.name())) {
        add(c, children, row, 0, new HashSet<>(), all);
      }
    }
    return all;
  }

  private static Optional<Row> parent(Comparison c, Row row) {
    return c.row(row.parent()).filter(parent -> parent.file() != null);
  }

  private static void add(
      Comparison c,
      Map<String, List<Row>> children,
      Row row,
      int depth,
      Set<String> told,
      List<Branch> all) {
    if (!told.add(row.name())) {
      return;
    }
    Row parent = parent(c, row).orElse(null);
    List<String> changes =
        parent == null ? List.of() : SpecChanges.between(parent.spec(), row.spec());
    all.add(new Branch(row, parent, depth, c.edge(row).orElse(null), changes));
    for (Row child : children.getOrDefault(row.name(), List.of())) {
      add(c, children, child, depth + 1, told, all);
    }
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
