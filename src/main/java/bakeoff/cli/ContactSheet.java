package bakeoff.cli;

import bakeoff.augment.Image;
import bakeoff.problem.UserError;
import bakeoff.result.AtomicFile;
import bakeoff.spec.Experiment;
import bakeoff.train.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Training images as the network would see them, before they are normalized: each row an image as
 * it is, then as it is in each of the first epochs.
 */
final class ContactSheet {

  private static final int ROWS = 8;
  private static final int EPOCHS = 9;

  /** Small images are shown larger, by a whole factor, until they are this wide. */
  private static final int WIDTH = 96;

  private static final int GAP = 4;

  /** Neither black nor white, as the fill of an augmentation may be. */
  private static final int GROUND = 0x406080;

  private final Pictures pictures;
  private final BufferedImage sheet;
  private final int scale;
  private final int tileHeight;
  private final int tileWidth;
  private final int rows;

  private ContactSheet(Experiment experiment, Path data) {
    var facts = experiment.facts();
    var train = experiment.open(data).train();
    this.pictures = Pictures.train(experiment, train, experiment.seeds().get(0));
    this.scale = Math.max(1, WIDTH / facts.width());
    this.tileHeight = facts.height() * scale + GAP;
    this.tileWidth = facts.width() * scale + GAP;
    this.rows = Math.min(ROWS, train.count());
    int width = 2 * GAP + (1 + EPOCHS) * tileWidth;
    this.sheet = new BufferedImage(width, GAP + rows * tileHeight, BufferedImage.TYPE_INT_RGB);
  }

  /** Writes the sheet as PNG; what it shows, in a sentence. */
  static String write(Experiment experiment, Path data, Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new UserError("--images " + file + ": has to be a .png file");
    }
    ContactSheet sheet = new ContactSheet(experiment, data);
    sheet.draw();
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(sheet.sheet, "png", png);
      AtomicFile.write(file, png.toByteArray());
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e.getMessage());
    }
    return "%s: the first %d training images; each as it is, then in epochs 1 to %d of seed %d"
        .formatted(file, sheet.rows, EPOCHS, experiment.seeds().get(0));
  }

  private void draw() {
    for (int y = 0; y < sheet.getHeight(); y++) {
      int[] row = new int[sheet.getWidth()];
      Arrays.fill(row, GROUND);
      sheet.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    for (int row = 0; row < rows; row++) {
      int y = GAP + row * tileHeight;
      draw(pictures.plain(row), GAP, y);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        draw(pictures.altered(row, epoch), 2 * GAP + (1 + epoch) * tileWidth, y);
      }
    }
  }

  private void draw(Image image, int left, int top) {
    for (int y = 0; y < image.height() * scale; y++) {
      for (int x = 0; x < image.width() * scale; x++) {
        sheet.setRGB(left + x, top + y, colour(image, y / scale, x / scale));
      }
    }
  }

  /** Red, green and blue of the first three channels; grey of the first where there are fewer. */
  private static int colour(Image image, int row, int column) {
    int place = (row * image.width() + column) * image.channels();
    int step = image.channels() < 3 ? 0 : 1;
    int colour = 0;
    for (int c = 0; c < 3; c++) {
      float number = image.pixels()[place + c * step];
      colour = colour << 8 | Math.round(255 * Math.max(0, Math.min(1, number)));
    }
    return colour;
  }
}
