package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.nio.ByteBuffer;
import java.util.List;

/** The four files of MNIST and of data sets in its format: 60,000 and 10,000 images, 28x28 grey. */
final class Idx {

  static final int SIDE = 28;
  static final int TRAIN = 60_000;
  static final int TEST = 10_000;

  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int IMAGES_HEAD = 16;
  private static final int LABELS_HEAD = 8;

  private Idx() {}

  /** The size of a file of so many images. */
  static int imageBytes(int count) {
    return IMAGES_HEAD + count * SIDE * SIDE;
  }

  /** The size of a file of so many labels. */
  static int labelBytes(int count) {
    return LABELS_HEAD + count;
  }

  /**
   * @param files training images, their labels, test images, their labels
   */
  static Dataset dataset(List<byte[]> files, int classes) {
    return new Dataset(
        split(files.get(0), files.get(1), TRAIN, classes),
        split(files.get(2), files.get(3), TEST, classes));
  }

  private static Split split(byte[] images, byte[] labels, int count, int classes) {
    ByteBuffer pixels = ByteBuffer.wrap(images);
    ByteBuffer classOf = ByteBuffer.wrap(labels);
    boolean right =
        pixels.getInt() == IMAGES
            && pixels.getInt() == count
            && pixels.getInt() == SIDE
            && pixels.getInt() == SIDE
            && classOf.getInt() == LABELS
            && classOf.getInt() == count;
    int[] found = new int[count];
    for (int i = 0; i < count; i++) {
      found[i] = classOf.get() & 0xFF;
      right &= found[i] < classes;
    }
    if (!right) {
      throw new UserError(
          "The files do not hold " + count + " images of 28x28 in " + classes + " classes.",
          "`bakeoff data verify` says which one is wrong.");
    }
    return new ImageBytes(List.of(pixels.slice()), count, SIDE * SIDE, found);
  }
}
