package bakeoff.report;

import bakeoff.stats.Difference;
import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;

/** The tree over {@code extends}, each edge with its interval drawn. */
final class HtmlTree {

  private static final int DEEPEST = 12;

  /** Pixels from the middle, where the difference is zero, to either end. */
  private static final double HALF = 70;

  private HtmlTree() {}

  /**
   * A row of the table.
   *
   * @param drawn none if there is no difference to draw
   */
  record Line(
      String name,
      int depth,
      boolean child,
      String parent,
      List<String> changes,
      String difference,
      String interval,
      String verdict,
      String colour,
      List<Drawn> drawn) {}

  /** Pixels of the interval's ends and of the difference itself. */
  record Drawn(String low, String high, String at) {}

  static List<Line> lines(Comparison c) {
    List<Branch> branches = c.tree();
    double widest = branches.stream().mapToDouble(HtmlTree::reach).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    for (Branch branch : branches) {
      Row parent = branch.parent();
      Planned edge = branch.edge();
      lines.add(
          new Line(
              Plain.text(branch.row().name()),
              Math.min(DEEPEST, branch.depth()),
              parent != null,
              parent == null ? "" : Plain.text(parent.name()),
              parent == null ? List.of() : changes(branch),
              branch.difference(),
              branch.interval(),
              branch.verdict(),
              edge == null ? "" : edge.verdict().toString().replace(' ', '-'),
              edge == null || widest == 0 ? List.of() : List.of(drawn(edge, widest))));
    }
    return lines;
  }

  private static List<String> changes(Branch branch) {
    List<String> changes = branch.changes().stream().map(Plain::text).toList();
    return changes.isEmpty() ? List.of("nothing") : changes;
  }

  private static double reach(Branch branch) {
    return branch.edge() == null ? 0 : reach(branch.edge().difference());
  }

  private static double reach(Difference d) {
    return Math.max(Math.abs(d.difference()), Math.max(finite(d.low()), finite(d.high())));
  }

  private static double finite(double end) {
    return Double.isFinite(end) ? Math.abs(end) : 0;
  }

  private static Drawn drawn(Planned edge, double widest) {
    Difference d = edge.difference();
    return new Drawn(
        pixels(d.low(), d.difference(), widest),
        pixels(d.high(), d.difference(), widest),
        pixels(d.difference(), d.difference(), widest));
  }

  private static String pixels(double end, double difference, double widest) {
    double value = Double.isFinite(end) ? end : difference;
    return Digits.fixed(HALF * value / widest, 1);
  }
}
