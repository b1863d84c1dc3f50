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

  /** Outside the part, its edge goes on. Each row is blended of two, then its columns. */
  static void enlarge(Image image, int top, int left, int height, int width) {
    int channels = image.channels();
    int stride = image.width() * channels;
    float[] from = image.pixels();
    float[] to = image.spare();
    float[] blended = new float[width * channels];
    int[] west = new int[image.width()];
    int[] east = new int[image.width()];
    float[] toTheEast = new float[image.width()];
    double columnStep = width / (double) image.width();
    for (int column = 0; column < image.width(); column++) {
      double x = Math.max(0, (column + 0.5) * columnStep - 0.5);
      int first = Math.min((int) x, width - 1);
      west[column] = first * channels;
      east[column] = Math.min(first + 1, width - 1) * channels;
      toTheEast[column] = (float) (x - first);
    }
    double rowStep = height / (double) image.height();
    int place = 0;
    for (int row = 0; row < image.height(); row++) {
      double y = Math.max(0, (row + 0.5) * rowStep - 0.5);
      int first = Math.min((int) y, height - 1);
      float below = (float) (y - first);
      int upper = (top + first) * stride + left * channels;
      int lower = (top + Math.min(first + 1, height - 1)) * stride + left * channels;
      for (int i = 0; i < blended.length; i++) {
        blended[i] = from[upper + i] + below * (from[lower + i] - from[upper + i]);
      }
      for (int column = 0; column < west.length; column++) {
        for (int c = 0; c < channels; c++) {
          float one = blended[west[column] + c];
          to[place++] = one + toTheEast[column] * (blended[east[column] + c] - one);
        }
      }
    }
    image.flip();
  }
}
