package bakeoff.report;

import bakeoff.dataset.Facts;
import bakeoff.dataset.Split;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Images of a data set as a page holds them. */
final class Png {

  private Png() {}

  /** A data URI: red, green and blue of the first three channels, grey where there are fewer. */
  static String source(Split split, int image, Facts facts) {
    float[] pixels = new float[facts.height() * facts.width() * facts.channels()];
    split.read(image, pixels);
    BufferedImage picture =
        new BufferedImage(facts.width(), facts.height(), BufferedImage.TYPE_INT_RGB);
    int step = facts.channels() < 3 ? 0 : 1;
    for (int y = 0; y < facts.height(); y++) {
      for (int x = 0; x < facts.width(); x++) {
        int place = (y * facts.width() + x) * facts.channels();
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
          float number = Math.max(0, Math.min(1, pixels[place + channel * step]));
          colour = colour << 8 | Math.round(255 * number);
        }
        picture.setRGB(x, y, colour);
      }
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(picture, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
