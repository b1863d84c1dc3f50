package bakeoff.train;

/**
 * Some images and their classes. The arrays may be longer than the batch, and are used again for a
 * later one: whoever keeps them has to copy.
 *
 * @param size how many images
 * @param images size x height x width x channels, row-major
 * @param labels the class of each image
 */
public record Batch(int size, float[] images, int[] labels) {}
