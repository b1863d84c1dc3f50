package bakeoff.report;

import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;

/** Accuracy class by class, of all that have the leader's classes. */
final class HtmlClasses {

  private HtmlClasses() {}

  /** The table; a list of none if there is nothing to show. */
  record Table(List<String> classes, List<Line> lines) {}

  record Line(int place, String name, List<Share> shares) {}

  /**
   * A cell.
   *
   * @param heat tenths, for its colour
   */
  record Share(String percent, int heat) {}

  static List<Table> of(Comparison c) {
    Row leader = c.leader();
    if (leader == null) {
      return List.of();
    }
    List<String> classes = leader.classes();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < c.rows().size(); i++) {
      Row row = c.rows().get(i);
      List<Double> shares = row.isComparable() ? row.perClassAccuracy() : List.of();
      if (!shares.isEmpty() && shares.size() == classes.size() && row.classes().equals(classes)) {
        lines.add(
            new Line(i, Plain.text(row.name()), shares.stream().map(HtmlClasses::share).toList()));
      }
    }
    List<String> titles = classes.stream().map(Plain::text).toList();
    return lines.isEmpty() ? List.of() : List.of(new Table(titles, lines));
  }

  private static Share share(double share) {
    int heat = (int) Math.max(0, Math.min(9, Math.floor(10 * share)));
    return new Share(Digits.fixed(100 * share, 1), heat);
  }
}
