package bakeoff.augment;

import bakeoff.chance.Chance;
import java.util.Arrays;
import java.util.function.Function;

/**
 * One image while it is being altered: height x width x channels, row-major, numbers in [0, 1]; and
 * what it shows, a share of each class. It holds two buffers, so that no augmentation allocates.
 */
public final class Image {

  private final int height;
  private final int width;
  private final int channels;
  private float[] pixels;
  private float[] spare;
  private final float[] classes;
  private Function<Chance, Image> company = chance -> this;

  /** Of no class. */
  public Image(int height, int width, int channels) {
    this(height, width, channels, 0);
  }

  public Image(int height, int width, int channels, int classes) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = new float[height * width * channels];
    this.spare = new float[pixels.length];
    this.classes = new float[classes];
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public int channels() {
    return channels;
  }

  /** What the image is now; changes in place are changes of the image. */
  public float[] pixels() {
    return pixels;
  }

  /** How much of each class is in it; together 1. */
  public float[] classes() {
    return classes;
  }

  /** Shows one class alone. */
  public void become(int label) {
    Arrays.fill(classes, 0);
    classes[label] = 1;
  }

  /** Where its partners come from; without company it is its own partner. */
  public void meet(Function<Chance, Image> others) {
    company = others;
  }

  /** Another image of the same split, as far altered as this one. */
  Image partner(Chance chance) {
    return company.apply(chance);
  }

  void mixClasses(Image other, double own) {
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (float) (own * classes[c] + (1 - own) * other.classes[c]);
    }
  }

  /** A buffer of the same size to write the next state into; {@link #flip} makes it the image. */
  float[] spare() {
    return spare;
  }

  void flip() {
    float[] before = pixels;
    pixels = spare;
    spare = before;
  }

  /** Copies one pixel from this image to a place of {@link #spare}; colour without a loop. */
  void copy(int fromRow, int fromColumn, int toRow, int toColumn) {
    int from = (fromRow * width + fromColumn) * channels;
    int to = (toRow * width + toColumn) * channels;
    if (channels == 3) {
      spare[to] = pixels[from];
      spare[to + 1] = pixels[from + 1];
      spare[to + 2] = pixels[from + 2];
      return;
    }
    for (int c = 0; c < channels; c++) {
      spare[to + c] = pixels[from + c];
    }
  }

  void fillSpare(double value) {
    Arrays.fill(spare, (float) value);
  }
}
