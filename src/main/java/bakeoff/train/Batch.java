package bakeoff.train;

/**
 * Some images and their classes. The arrays may be longer than the batch, and are used again for a
 * later one: whoever keeps them has to copy.
 *
 * @param size how many images
 * @param images size x height x width x channels, row-major
 * @param labels the class of each image
 * @param targets size x classes, row-major: of each image the share of each class, which is 1 for
 *     its own, unless it is mixed with another
 */
public record Batch(int size, float[] images, int[] labels, float[] targets) {

  /**
   * Memory for a batch.
   *
   * @param numbers of an image
   */
  public static Batch of(int size, int numbers, int classes) {
    return new Batch(size, new float[size * numbers], new int[size], new float[size * classes]);
  }

  /** The first of it. */
  Batch first(int count) {
    return count == size ? this : new Batch(count, images, labels, targets);
  }

  /** The share of a class in an image. */
  float target(int image, int label) {
    return targets[image * (targets.length / labels.length) + label];
  }
}
