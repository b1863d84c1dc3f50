package bakeoff.augment;

/** Changes of tone, as the Python Imaging Library has them. */
final class Tone {

  private static final int LEVELS = 256;

  private Tone() {}

  /** Smoothed at factor 0, the image at 1, sharper above; the outermost pixels stay. */
  static void sharpness(Image image, double factor) {
    int channels = image.channels();
    int stride = image.width() * channels;
    float[] from = image.pixels();
    float[] to = image.spare();
    System.arraycopy(from, 0, to, 0, from.length);
    for (int row = 1; row < image.height() - 1; row++) {
      int start = row * stride + channels;
      for (int i = start; i < start + stride - 2 * channels; i++) {
        double smooth =
            (from[i - stride - channels]
                    + from[i - stride]
                    + from[i - stride + channels]
                    + from[i - channels]
                    + 5.0 * from[i]
                    + from[i + channels]
                    + from[i + stride - channels]
                    + from[i + stride]
                    + from[i + stride + channels])
                / 13;
        to[i] = Colour.cut(factor * from[i] + (1 - factor) * smooth);
      }
    }
    image.flip();
  }

  /** The lowest bits of each byte set to 0. */
  static void posterize(Image image, int bits) {
    if (bits == 0) {
      return;
    }
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (level(pixels[i]) >> bits << bits) / 255f;
    }
  }

  /** Numbers from the threshold on turned into their negative. */
  static void solarize(Image image, double threshold) {
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] >= (float) threshold ? 1 - pixels[i] : pixels[i];
    }
  }

  /** Each channel stretched to reach from 0 to 1. */
  static void autoContrast(Image image) {
    float[] pixels = image.pixels();
    for (int c = 0; c < image.channels(); c++) {
      float least = 1;
      float most = 0;
      for (int i = c; i < pixels.length; i += image.channels()) {
        least = Math.min(least, pixels[i]);
        most = Math.max(most, pixels[i]);
      }
      for (int i = c; i < pixels.length && least < most; i += image.channels()) {
        pixels[i] = (pixels[i] - least) / (most - least);
      }
    }
  }

  /** Each channel's bytes spread until they are as evenly used as they can be. */
  static void equalize(Image image) {
    float[] pixels = image.pixels();
    int[] count = new int[LEVELS];
    for (int c = 0; c < image.channels(); c++) {
      java.util.Arrays.fill(count, 0);
      int highest = 0;
      for (int i = c; i < pixels.length; i += image.channels()) {
        int level = level(pixels[i]);
        count[level]++;
        highest = Math.max(highest, level);
      }
      int step = (pixels.length / image.channels() - count[highest]) / (LEVELS - 1);
      if (step == 0) {
        continue;
      }
      int sum = step / 2;
      for (int level = 0; level < LEVELS; level++) {
        int here = count[level];
        count[level] = Math.min(LEVELS - 1, sum / step);
        sum += here;
      }
      for (int i = c; i < pixels.length; i += image.channels()) {
        pixels[i] = count[level(pixels[i])] / 255f;
      }
    }
  }

  private static int level(float number) {
    return Math.round(number * 255);
  }
}
