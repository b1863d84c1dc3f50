package bakeoff.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dot and its interval a row, in the order given. */
public record DotChart(String title, String horizontal, String note, List<Point> points) {

  private static final double TOP = 56;
  private static final double WIDTH = 520;
  private static final double LINE = 32;

  /** A row as the template draws it. */
  private record Row(
      String name,
      String full,
      String y,
      String text,
      String x,
      String low,
      String high,
      boolean bar,
      String top,
      String bottom,
      String label,
      String fill) {}

  public String svg() {
    double left = 30 + Svg.width(points.stream().map(Point::name).toList());
    double bottom = TOP + points.size() * LINE + 8;
    Axis x =
        Axis.around(
            points.stream().mapToDouble(Point::low).min().orElse(0),
            points.stream().mapToDouble(Point::high).max().orElse(1),
            8,
            left,
            left + WIDTH);
    return Svg.fill(
        "dots",
        Map.ofEntries(
            Map.entry("title", title),
            Map.entry("horizontal", horizontal),
            Map.entry("note", note),
            Map.entry("width", Svg.number(left + WIDTH + 90)),
            Map.entry("height", Svg.number(bottom + (note.isEmpty() ? 62 : 88))),
            Map.entry("left", Svg.number(left)),
            Map.entry("right", Svg.number(left + WIDTH)),
            Map.entry("names", Svg.number(left - 12)),
            Map.entry("values", Svg.number(left + WIDTH + 14)),
            Map.entry("top", Svg.number(TOP)),
            Map.entry("bottom", Svg.number(bottom)),
            Map.entry("tickY", Svg.number(bottom + 24)),
            Map.entry("middleX", Svg.number(left + WIDTH / 2)),
            Map.entry("captionY", Svg.number(bottom + 50)),
            Map.entry("noteY", Svg.number(bottom + 76)),
            Map.entry("ticks", x.ticks()),
            Map.entry("rows", rows(x))));
  }

  private List<Row> rows(Axis x) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double y = TOP + 8 + (i + 0.5) * LINE;
      rows.add(
          new Row(
              Svg.name(point.name()),
              point.name(),
              Svg.number(y),
              Svg.number(y + 6),
              Svg.number(x.at(point.value())),
              Svg.number(x.at(point.low())),
              Svg.number(x.at(point.high())),
              point.high() > point.low(),
              Svg.number(y - 6),
              Svg.number(y + 6),
              BigDecimal.valueOf(point.value()).setScale(1, RoundingMode.HALF_EVEN).toPlainString(),
              point.hollow() ? "#ffffff" : "#0072b2"));
    }
    return rows;
  }
}
