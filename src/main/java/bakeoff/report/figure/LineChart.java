package bakeoff.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lines over epochs, with the legend beside them in the order of their ends.
 *
 * @param lines the most important first: those that can't be told apart any more are grey
 */
public record LineChart(String title, String vertical, List<Series> lines) {

  private static final double LEFT = 80;
  private static final double TOP = 56;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 380;
  private static final double LEGEND_LINE = 26;
  private static final int MARKERS = 8;

  public LineChart {
    lines = lines.stream().filter(line -> !line.values().isEmpty()).toList();
  }

  /** A line as the template draws it. */
  private record Drawn(
      String name, String full, String points, Style style, List<String> marks, double last) {}

  private record Entry(Drawn line, String y, String text, String mark) {}

  public String svg() {
    List<Drawn> drawn = new ArrayList<>();
    List<String> grey = new ArrayList<>();
    Axis x = Axis.ofEpochs(longest(), LEFT, LEFT + WIDTH);
    List<Series> told = lines.subList(0, Math.min(lines.size(), Style.MOST));
    double height = Math.max(HEIGHT, (told.size() + 1) * LEGEND_LINE);
    Axis y = vertical(TOP + height, TOP);
    for (int i = 0; i < lines.size(); i++) {
      if (i < told.size()) {
        drawn.add(draw(lines.get(i), Style.of(i), x, y, i));
      } else {
        grey.add(points(lines.get(i), x, y));
      }
    }
    double legend = LEFT + WIDTH + 20;
    int others = grey.size();
    List<String> names = new ArrayList<>(told.stream().map(Series::name).toList());
    names.add(others > 0 ? "and " + others + " more" : "");
    return Svg.fill(
        "lines",
        Map.ofEntries(
            Map.entry("title", title),
            Map.entry("vertical", vertical),
            Map.entry("width", Svg.number(legend + 50 + Svg.width(names) + 10)),
            Map.entry("height", Svg.number(TOP + height + 62)),
            Map.entry("left", Svg.number(LEFT)),
            Map.entry("right", Svg.number(LEFT + WIDTH)),
            Map.entry("bottom", Svg.number(TOP + height)),
            Map.entry("top", Svg.number(TOP)),
            Map.entry("tickY", Svg.number(TOP + height + 24)),
            Map.entry("middleX", Svg.number(LEFT + WIDTH / 2)),
            Map.entry("captionY", Svg.number(TOP + height + 50)),
            Map.entry("middleY", Svg.number(TOP + height / 2)),
            Map.entry("xTicks", x.ticks()),
            Map.entry("yTicks", y.ticks()),
            Map.entry("lines", drawn),
            Map.entry("grey", grey),
            Map.entry("legend", legend(drawn, legend)),
            Map.entry("legendX", Svg.number(legend)),
            Map.entry("legendEnd", Svg.number(legend + 40)),
            Map.entry("legendText", Svg.number(legend + 50)),
            Map.entry(
                "others",
                others > 0
                    ? List.of(
                        Map.of(
                            "count",
                            others,
                            "y",
                            Svg.number(TOP + 10 + drawn.size() * LEGEND_LINE),
                            "text",
                            Svg.number(TOP + 16 + drawn.size() * LEGEND_LINE)))
                    : List.of())));
  }

  private static List<Entry> legend(List<Drawn> drawn, double left) {
    List<Drawn> byEnd = new ArrayList<>(drawn);
    byEnd.sort(Comparator.comparingDouble(Drawn::last).reversed());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < byEnd.size(); i++) {
      double at = TOP + 10 + i * LEGEND_LINE;
      String mark = byEnd.get(i).style.marker(left + 20, at);
      entries.add(new Entry(byEnd.get(i), Svg.number(at), Svg.number(at + 6), mark));
    }
    return entries;
  }

  private int longest() {
    return lines.stream().mapToInt(line -> line.values().size()).max().orElse(1);
  }

  private Axis vertical(double start, double end) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series line : lines) {
      for (double value : line.values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return Axis.around(low, high, 8, start, end);
  }

  private static String points(Series line, Axis x, Axis y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.values().size(); i++) {
      points.append(points.isEmpty() ? "" : " ");
      points.append(Svg.number(x.at(i + 1))).append(',');
      points.append(Svg.number(y.at(line.values().get(i))));
    }
    return points.toString();
  }

  private Drawn draw(Series line, Style style, Axis x, Axis y, int place) {
    int every = Math.max(1, (int) Math.ceil(longest() / (double) MARKERS));
    int last = line.values().size() - 1;
    List<String> marks = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      boolean turn = (i + 1 + place) % every == 0 && last - i >= every / 2.0;
      if (turn || i == last) {
        marks.add(style.marker(x.at(i + 1), y.at(line.values().get(i))));
      }
    }
    return new Drawn(
        Svg.name(line.name()), line.name(), points(line, x, y), style, marks, line.last());
  }
}
