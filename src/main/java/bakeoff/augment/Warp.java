package bakeoff.augment;

/**
 * An affine change of place: the pixel at (x, y) shows what was at (a x + b y + right, c x + d y +
 * down). Coordinates are of pixel centres, from the image's centre, y downwards.
 */
record Warp(double a, double b, double c, double d, double right, double down) {

  /** This change, and then moved to the right and down. */
  Warp moved(double x, double y) {
    return new Warp(a, b, c, d, right - a * x - b * y, down - c * x - d * y);
  }

  /**
   * @param fill what stands where no pixel came from
   */
  Transform with(Interpolation interpolation, double fill) {
    return image -> apply(image, interpolation, fill);
  }

  void apply(Image image, Interpolation interpolation, double fill) {
    switch (interpolation) {
      case NEAREST -> nearest(image, fill);
      case BILINEAR -> bilinear(image, fill);
    }
  }

  /** Counting x up in halves is exact, and three times as fast as converting each column. */
  private void nearest(Image image, double fill) {
    int height = image.height();
    int width = image.width();
    double toColumn = width / 2.0 + right;
    double toRow = height / 2.0 + down;
    image.fillSpare(fill);
    for (int row = 0; row < height; row++) {
      double y = row + 0.5 - height / 2.0;
      double x = 0.5 - width / 2.0;
      for (int column = 0; column < width; column++) {
        double fromColumn = a * x + b * y + toColumn;
        double fromRow = c * x + d * y + toRow;
        if (fromRow >= 0 && fromRow < height && fromColumn >= 0 && fromColumn < width) {
          image.copy((int) fromRow, (int) fromColumn, row, column);
        }
        x++;
      }
    }
    image.flip();
  }

  private void bilinear(Image image, double fill) {
    int height = image.height();
    int width = image.width();
    double toColumn = width / 2.0 + right;
    double toRow = height / 2.0 + down;
    float[] to = image.spare();
    int place = 0;
    for (int row = 0; row < height; row++) {
      double y = row + 0.5 - height / 2.0;
      double x = 0.5 - width / 2.0;
      for (int column = 0; column < width; column++) {
        double fromColumn = a * x + b * y + toColumn - 0.5;
        double fromRow = c * x + d * y + toRow - 0.5;
        int left = (int) Math.floor(fromColumn);
        int top = (int) Math.floor(fromRow);
        double toTheRight = fromColumn - left;
        double below = fromRow - top;
        for (int channel = 0; channel < image.channels(); channel++) {
          double upper =
              (1 - toTheRight) * at(image, top, left, channel, fill)
                  + toTheRight * at(image, top, left + 1, channel, fill);
          double lower =
              (1 - toTheRight) * at(image, top + 1, left, channel, fill)
                  + toTheRight * at(image, top + 1, left + 1, channel, fill);
          to[place++] = (float) ((1 - below) * upper + below * lower);
        }
        x++;
      }
    }
    image.flip();
  }

  private static double at(Image image, int row, int column, int channel, double fill) {
    boolean inside = row >= 0 && row < image.height() && column >= 0 && column < image.width();
    return inside
        ? image.pixels()[(row * image.width() + column) * image.channels() + channel]
        : fill;
  }
}
