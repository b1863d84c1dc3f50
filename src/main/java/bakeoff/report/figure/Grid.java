package bakeoff.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers in a table of shades: a row a model, a column a class. Each cell bears its number. */
public record Grid(
    String title, List<String> rows, List<String> columns, List<List<Double>> percent) {

  private static final double TOP = 150;
  private static final double CELL = 58;
  private static final double LINE = 34;
  private static final int LONGEST_COLUMN = 14;

  private record Head(String text, String x, String y) {}

  private record Cell(
      String x, String y, String textX, String textY, String text, String fill, String ink) {}

  public String svg() {
    double left = 30 + Svg.width(rows);
    List<Head> heads = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      double x = left + (j + 0.5) * CELL + 6;
      heads.add(new Head(cut(columns.get(j)), Svg.number(x), Svg.number(TOP - 10)));
    }
    List<Head> names = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    double low = percent.stream().flatMap(List::stream).mapToDouble(v -> v).min().orElse(0);
    double high = percent.stream().flatMap(List::stream).mapToDouble(v -> v).max().orElse(100);
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + i * LINE;
      names.add(new Head(Svg.name(rows.get(i)), Svg.number(left - 12), Svg.number(y + 23)));
      for (int j = 0; j < columns.size(); j++) {
        double value = percent.get(i).get(j);
        double share = high > low ? (value - low) / (high - low) : 0.5;
        double x = left + j * CELL;
        cells.add(
            new Cell(
                Svg.number(x),
                Svg.number(y),
                Svg.number(x + CELL / 2),
                Svg.number(y + 23),
                String.valueOf(Math.round(value)),
                shade(share),
                share > 0.6 ? "#ffffff" : "#1b1f24"));
      }
    }
    return Svg.fill(
        "grid",
        Map.of(
            "title",
            title,
            "width",
            Svg.number(Math.max(left + columns.size() * CELL + 70, Svg.titleWidth(title))),
            "height",
            Svg.number(TOP + rows.size() * LINE + 20),
            "cell",
            Svg.number(CELL - 2),
            "line",
            Svg.number(LINE - 2),
            "heads",
            heads,
            "names",
            names,
            "cells",
            cells));
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_COLUMN
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_COLUMN - 1)) + "…";
  }

  /** From nearly white to a dark blue. */
  private static String shade(double share) {
    int[] from = {0xf0, 0xf4, 0xf8};
    int[] to = {0x0b, 0x4f, 0x86};
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (int) Math.round(from[i] + share * (to[i] - from[i]));
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }
}
