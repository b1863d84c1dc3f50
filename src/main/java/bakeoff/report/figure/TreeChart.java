package bakeoff.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tree, and beside each of its rows a difference with its interval. */
public record TreeChart(String title, String horizontal, List<Twig> twigs) {

  private static final double TOP = 56;
  private static final double WIDTH = 360;
  private static final double LINE = 50;
  private static final double INDENT = 20;
  private static final double SMALL = 7.4;
  private static final int DEEPEST = 10;
  private static final int LONGEST = 72;
  private static final int WORDS = 28;

  /** A row as the template draws it. */
  private record Row(
      String full,
      String name,
      String x,
      String y,
      String changes,
      String changesY,
      String said,
      String wordsY,
      List<Mark> marks,
      List<String> branches) {}

  /** A dot and its interval. */
  private record Mark(
      String x, String y, String low, String high, String top, String bottom, String fill) {}

  public String svg() {
    double left = 40 + twigs.stream().mapToDouble(TreeChart::width).max().orElse(0);
    double bottom = TOP + twigs.size() * LINE + 4;
    Axis x =
        Axis.around(
            Math.min(0, ends().min(Double::compare).orElse(-1.0)),
            Math.max(0, ends().max(Double::compare).orElse(1.0)),
            7,
            left,
            left + WIDTH);
    return Svg.fill(
        "tree",
        Map.ofEntries(
            Map.entry("title", title),
            Map.entry("horizontal", horizontal),
            Map.entry(
                "width",
                Svg.number(
                    Math.max(left + WIDTH + 20 + WORDS * Svg.CHARACTER, Svg.titleWidth(title)))),
            Map.entry("height", Svg.number(bottom + 62)),
            Map.entry("left", Svg.number(left)),
            Map.entry("right", Svg.number(left + WIDTH)),
            Map.entry("words", Svg.number(left + WIDTH + 18)),
            Map.entry("zero", Svg.number(x.at(0))),
            Map.entry("top", Svg.number(TOP)),
            Map.entry("bottom", Svg.number(bottom)),
            Map.entry("tickY", Svg.number(bottom + 24)),
            Map.entry("middleX", Svg.number(left + WIDTH / 2)),
            Map.entry("captionY", Svg.number(bottom + 50)),
            Map.entry("ticks", x.ticks()),
            Map.entry("rows", rows(x))));
  }

  private Stream<Double> ends() {
    return twigs.stream()
        .flatMap(twig -> Stream.of(twig.low(), twig.value(), twig.high()))
        .filter(Double::isFinite);
  }

  private static double indent(int depth) {
    return 24 + Math.min(depth, DEEPEST) * INDENT;
  }

  private static double width(Twig twig) {
    double small = SMALL * cut(twig.changes()).length();
    return indent(twig.depth()) + Math.max(Svg.width(List.of(twig.name())), small);
  }

  private static String cut(String changes) {
    return changes.codePointCount(0, changes.length()) <= LONGEST
        ? changes
        : changes.substring(0, changes.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static double middle(int row) {
    return TOP + (row + 0.5) * LINE;
  }

  private List<Row> rows(Axis x) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < twigs.size(); i++) {
      Twig twig = twigs.get(i);
      double y = middle(i);
      rows.add(
          new Row(
              twig.name() + (twig.changes().isEmpty() ? "" : ": " + twig.changes()),
              Svg.name(twig.name()),
              Svg.number(indent(twig.depth())),
              Svg.number(twig.changes().isEmpty() ? y + 6 : y - 3),
              cut(twig.changes()),
              Svg.number(y + 16),
              twig.words(),
              Svg.number(y + 6),
              Double.isFinite(twig.value()) ? List.of(mark(twig, x, y)) : List.of(),
              twig.parent() < 0 ? List.of() : List.of(branch(twig, y))));
    }
    return rows;
  }

  /** From below the parent's name down and to the right. */
  private String branch(Twig twig, double y) {
    Twig parent = twigs.get(twig.parent());
    double from = indent(parent.depth()) + 5;
    boolean low = !parent.changes().isEmpty();
    double start = middle(twig.parent()) + (low ? 21 : 12);
    double to = Math.max(from + 4, indent(twig.depth()) - 4);
    return "M"
        + Svg.number(from)
        + " "
        + Svg.number(start)
        + " V"
        + Svg.number(y)
        + " H"
        + Svg.number(to);
  }

  private static Mark mark(Twig twig, Axis x, double y) {
    double low = Double.isFinite(twig.low()) ? twig.low() : twig.value();
    double high = Double.isFinite(twig.high()) ? twig.high() : twig.value();
    return new Mark(
        Svg.number(x.at(twig.value())),
        Svg.number(y),
        Svg.number(x.at(low)),
        Svg.number(x.at(high)),
        Svg.number(y - 6),
        Svg.number(y + 6),
        twig.sure() ? "#0072b2" : "#ffffff");
  }
}
