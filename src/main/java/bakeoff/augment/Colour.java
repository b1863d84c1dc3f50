package bakeoff.augment;

/** Changes of colour, pixel by pixel, in place; results are cut off at 0 and 1. */
final class Colour {

  private Colour() {}

  /** Black at factor 0, the image at 1. */
  static void brightness(Image image, double factor) {
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = cut(factor * pixels[i]);
    }
  }

  /** The mean grey at factor 0, the image at 1. */
  static void contrast(Image image, double factor) {
    float[] pixels = image.pixels();
    double sum = 0;
    for (int i = 0; i < pixels.length; i += image.channels()) {
      sum += grey(image, i);
    }
    double rest = (1 - factor) * sum / (image.height() * image.width());
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = cut(factor * pixels[i] + rest);
    }
  }

  /** Grey at factor 0, the image at 1. */
  static void saturation(Image image, double factor) {
    if (image.channels() != 3) {
      return;
    }
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i += 3) {
      double rest = (1 - factor) * grey(image, i);
      for (int c = i; c < i + 3; c++) {
        pixels[c] = cut(factor * pixels[c] + rest);
      }
    }
  }

  /** Hues moved along their circle by a share of it; brightness and saturation as of HSV stay. */
  static void hue(Image image, double share) {
    if (image.channels() != 3) {
      return;
    }
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i += 3) {
      double red = pixels[i];
      double green = pixels[i + 1];
      double blue = pixels[i + 2];
      double most = Math.max(red, Math.max(green, blue));
      double range = most - Math.min(red, Math.min(green, blue));
      if (range > 0) {
        double sixth =
            most == red
                ? (green - blue) / range
                : most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
        double moved = sixth + 6 * share;
        pixels[i] = wheel(moved + 5, most, range);
        pixels[i + 1] = wheel(moved + 3, most, range);
        pixels[i + 2] = wheel(moved + 1, most, range);
      }
    }
  }

  /** A channel of a hue in sixths: full for two of them, nothing for two, slopes between. */
  private static float wheel(double sixths, double most, double range) {
    double within = sixths - 6 * Math.floor(sixths / 6);
    return cut(most - range * Math.max(0, Math.min(1, Math.min(within, 4 - within))));
  }

  /** The luma of ITU-R BT.601 of the pixel whose first number is at a place. */
  static double grey(Image image, int place) {
    float[] pixels = image.pixels();
    return image.channels() == 3
        ? 0.299 * pixels[place] + 0.587 * pixels[place + 1] + 0.114 * pixels[place + 2]
        : pixels[place];
  }

  static float cut(double number) {
    return number < 0 ? 0 : number > 1 ? 1 : (float) number;
  }
}
