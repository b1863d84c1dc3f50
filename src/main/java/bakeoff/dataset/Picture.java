package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What becomes of a PNG or JPEG file: a square of bytes, height x width x channels. */
record Picture(int size, ImageFolder.Fit fit, ImageFolder.Channels channels) {

  /** As numbers, and resized, they stay below 2 GB. */
  private static final long MOST = 1L << 27;

  int bytes() {
    return size * size * channels.count();
  }

  /**
   * @throws UserError if the file is no image
   */
  byte[] decode(Path file) {
    BufferedImage image;
    try (var in = Files.newInputStream(file)) {
      image = ImageIO.read(in);
    } catch (IOException | RuntimeException e) { // some damaged files end decoders so
      throw new UserError(file + " is no image that can be read: " + e.getMessage() + ".");
    }
    if (image == null) {
      throw new UserError(file + " is neither a PNG nor a JPEG file.");
    }
    int height = image.getHeight();
    int width = image.getWidth();
    long rows = resized(height, width);
    long columns = resized(width, height);
    if (Math.max(height * Math.max(width, columns), rows * columns) > MOST) {
      throw new UserError(
          file + " is too large, " + width + " x " + height + ".",
          "Images have at most " + MOST + " pixels, also when they are resized to be cropped.");
    }
    return square(numbers(image), height, width, (int) rows, (int) columns);
  }

  /** How long a side becomes, before what is too much of it is cropped. */
  private long resized(int side, int other) {
    return fit == ImageFolder.Fit.CROP ? (long) size * side / Math.min(side, other) : size;
  }

  /** Numbers from 0 to 255, height x width x channels. */
  private float[] numbers(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    boolean grey =
        image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    int[] row = new int[width];
    int count = channels.count();
    float[] pixels = new float[height * width * count];
    for (int y = 0; y < height; y++) {
      if (grey) {
        greys(image, y, row);
      } else {
        image.getRGB(0, y, width, 1, row, 0, width);
      }
      for (int x = 0; x < width; x++) {
        int red = row[x] >> 16 & 0xFF;
        int green = row[x] >> 8 & 0xFF;
        int blue = row[x] & 0xFF;
        int place = (y * width + x) * count;
        if (count == 1) {
          pixels[place] = grey ? red : 0.299f * red + 0.587f * green + 0.114f * blue;
        } else {
          pixels[place] = red;
          pixels[place + 1] = green;
          pixels[place + 2] = blue;
        }
      }
    }
    return pixels;
  }

  /** Java takes grey numbers for linear ones and would make them lighter. */
  private static void greys(BufferedImage image, int y, int[] row) {
    int shift = image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE ? 0 : 8;
    for (int x = 0; x < row.length; x++) {
      int grey = image.getRaster().getSample(x, y, 0) >> shift;
      row[x] = grey << 16 | grey << 8 | grey;
    }
  }

  private byte[] square(float[] pixels, int height, int width, int rows, int columns) {
    int count = channels.count();
    float[] wide = Resampling.of(width, columns).columns(pixels, height, count);
    float[] whole = Resampling.of(height, rows).rows(wide, columns * count);
    int top = (rows - size) / 2;
    int left = (columns - size) / 2;
    byte[] square = new byte[bytes()];
    for (int y = 0; y < size; y++) {
      int from = ((top + y) * columns + left) * count;
      for (int i = 0; i < size * count; i++) {
        square[y * size * count + i] = (byte) Math.round(whole[from + i]);
      }
    }
    return square;
  }
}
