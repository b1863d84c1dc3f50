package bakeoff.augment;

import bakeoff.chance.Chance;
import java.util.Arrays;

/** A part of an image to write over. */
record Rectangle(int top, int left, int bottom, int right) {

  /** In pixels. */
  int area() {
    return (bottom - top) * (right - left);
  }

  /** From one image to the same place of another. */
  void copy(Image from, Image to) {
    int count = (right - left) * to.channels();
    for (int row = top; row < bottom; row++) {
      int start = (row * to.width() + left) * to.channels();
      System.arraycopy(from.pixels(), start, to.pixels(), start, count);
    }
  }

  /** The same number everywhere. */
  void fill(Image image, double value) {
    for (int row = top; row < bottom; row++) {
      int start = row * image.width();
      Arrays.fill(
          image.pixels(),
          (start + left) * image.channels(),
          (start + right) * image.channels(),
          (float) value);
    }
  }

  /** Uniform in 0 to 1, each number its own. */
  void noise(Image image, Chance chance) {
    for (int row = top; row < bottom; row++) {
      int start = row * image.width();
      for (int i = (start + left) * image.channels(); i < (start + right) * image.channels(); i++) {
        image.pixels()[i] = (float) chance.nextDouble();
      }
    }
  }
}
