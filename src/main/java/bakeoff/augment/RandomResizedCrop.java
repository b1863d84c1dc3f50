package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;

@Doc("A random part of the image, enlarged to its size, bilinear (Szegedy and others 2015).")
public record RandomResizedCrop(
    @Doc("The part's share of the area, drawn uniformly between these.") @Default("[0.08, 1]")
        Interval scale,
    @Doc("Its width over its height, drawn uniformly in the logarithm between these.")
        @Default("[0.75, 1.3333333333333333]")
        Interval ratio,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  private static final int ATTEMPTS = 10;

  /** What fits depends on the image's size: the rest is drawn from a stream of its own. */
  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    long rest = chance.nextLong();
    return image -> crop(image, Chance.at(rest));
  }

  private void crop(Image image, Chance chance) {
    double area = (double) image.height() * image.width();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double part = area * scale.draw(chance);
      double aspect = ratio.drawLog(chance);
      int width = (int) Math.rint(Math.sqrt(part * aspect));
      int height = (int) Math.rint(Math.sqrt(part / aspect));
      if (width > 0 && width <= image.width() && height > 0 && height <= image.height()) {
        int top = chance.nextInt(image.height() - height + 1);
        int left = chance.nextInt(image.width() - width + 1);
        enlarge(image, top, left, height, width);
        return;
      }
    }
    centre(image);
  }

  /** As much of the middle as the ratios allow. */
  void centre(Image image) {
    double aspect = image.width() / (double) image.height();
    int width = image.width();
    int height = image.height();
    if (aspect < ratio.from()) {
      height = (int) Math.rint(width / ratio.from());
    } else if (aspect > ratio.to()) {
      width = (int) Math.rint(height * ratio.to());
    }
    enlarge(image, (image.height() - height) / 2, (image.width() - width) / 2, height, width);
  }

  /** Outside the part, its edge goes on. */
  static void enlarge(Image image, int top, int left, int height, int width) {
    int channels = image.channels();
    int stride = image.width() * channels;
    float[] from = image.pixels();
    float[] to = image.spare();
    double rowStep = height / (double) image.height();
    double columnStep = width / (double) image.width();
    int place = 0;
    for (int row = 0; row < image.height(); row++) {
      double y = Math.max(0, (row + 0.5) * rowStep - 0.5);
      int upper = Math.min((int) y, height - 1);
      double below = y - upper;
      int above = (top + upper) * stride;
      int under = (top + Math.min(upper + 1, height - 1)) * stride;
      for (int column = 0; column < image.width(); column++) {
        double x = Math.max(0, (column + 0.5) * columnStep - 0.5);
        int first = Math.min((int) x, width - 1);
        double toTheRight = x - first;
        int west = (left + first) * channels;
        int east = (left + Math.min(first + 1, width - 1)) * channels;
        for (int c = 0; c < channels; c++) {
          double high =
              (1 - toTheRight) * from[above + west + c] + toTheRight * from[above + east + c];
          double low =
              (1 - toTheRight) * from[under + west + c] + toTheRight * from[under + east + c];
          to[place++] = (float) ((1 - below) * high + below * low);
        }
      }
    }
    image.flip();
  }
}
