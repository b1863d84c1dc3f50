package bakeoff.report.figure;

import java.util.Locale;

/** How one of several lines looks: told apart by dashes and markers too, not by colour alone. */
record Style(String colour, String dash, Shape shape) {

  /** As many as can be told apart. */
  static final int MOST = 10;

  /** Okabe and Ito's colours, without the yellow that white swallows. */
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#a3497d", "#000000", "#c98500", "#2b8fc4", "#7a4fb5",
    "#7f4a1e", "#5c6670"
  };

  private static final String[] DASHES = {"", "9 4", "2 4", "12 4 2 4", "5 3"};

  enum Shape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS
  }

  static Style of(int place) {
    Shape[] shapes = Shape.values();
    int round = place / shapes.length;
    return new Style(
        COLOURS[place % COLOURS.length],
        DASHES[(place + round) % DASHES.length],
        shapes[place % shapes.length]);
  }

  /** Whether its marker is strokes alone. */
  boolean open() {
    return shape == Shape.CROSS;
  }

  /** The marker's outline around a place in pixels, as a path. */
  String marker(double x, double y) {
    double r = 5.5;
    return switch (shape) {
      case CIRCLE ->
          path("M%s %s a%s %s 0 1 0 %s 0 a%s %s 0 1 0 -%s 0 z", x - r, y, r, r, 2 * r, r, r, 2 * r);
      case SQUARE -> path("M%s %s h%s v%s h-%s z", x - r + 0.5, y - r + 0.5, 10, 10, 10);
      case TRIANGLE ->
          path("M%s %s L%s %s L%s %s z", x, y - r - 1, x + r + 1, y + r, x - r - 1, y + r);
      case DIAMOND ->
          path(
              "M%s %s L%s %s L%s %s L%s %s z",
              x, y - r - 1.5, x + r + 1.5, y, x, y + r + 1.5, x - r - 1.5, y);
      case CROSS ->
          path(
              "M%s %s L%s %s M%s %s L%s %s",
              x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r);
    };
  }

  private static String path(String form, double... numbers) {
    Object[] texts = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      texts[i] = Svg.number(numbers[i]);
    }
    return String.format(Locale.ROOT, form, texts);
  }
}
