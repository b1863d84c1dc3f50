package bakeoff.dataset;

/** What is drawn in {@link Shapes}; the order is that of the labels. */
enum Figure {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  STAR,
  PLUS,
  CROSS,
  RING,
  FRAME,
  CHECKERS;

  /** Whether it covers a place, told from its centre; y grows downwards. */
  boolean covers(int x, int y, int radius) {
    int near = Math.min(Math.abs(x), Math.abs(y));
    int far = Math.max(Math.abs(x), Math.abs(y));
    int squared = x * x + y * y;
    return switch (this) {
      case CIRCLE -> squared <= radius * radius;
      case SQUARE -> far * 8 <= radius * 7;
      case TRIANGLE -> Math.abs(x) * 2 <= radius + y && y <= radius;
      case DIAMOND -> (near + far) * 5 <= radius * 6;
      case STAR -> (near * 3 + far) * 4 <= radius * 5;
      case PLUS -> near * 4 <= radius && far <= radius;
      case CROSS -> (far - near) * 3 <= radius && far * 8 <= radius * 7;
      case RING -> squared <= radius * radius && squared * 3 > radius * radius;
      case FRAME -> far * 8 <= radius * 7 && far * 2 > radius;
      case CHECKERS -> far <= radius && near * 3 < radius == far * 3 < radius;
    };
  }
}
