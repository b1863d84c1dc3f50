package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/** Small images, and what they should have become. */
final class Pictures {

  private Pictures() {}

  /** One channel, 1 to 9, three a row. */
  static Image nine() {
    return image(3, 3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  static Image image(int height, int width, int channels, double... pixels) {
    Image image = new Image(height, width, channels);
    System.arraycopy(floats(pixels), 0, image.pixels(), 0, pixels.length);
    java.util.Arrays.fill(image.spare(), Float.NaN);
    return image;
  }

  static void assertPixels(Image image, double... expected) {
    assertArrayEquals(floats(expected), image.pixels(), 1e-6f);
  }

  private static float[] floats(double... numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
