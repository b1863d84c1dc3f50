package bakeoff.dataset;

/** Bytes of images as numbers in [0, 1]. */
final class Bytes {

  private static final float[] NUMBERS = new float[256];

  static {
    for (int b = 0; b < 256; b++) {
      NUMBERS[b] = b / 255f;
    }
  }

  private Bytes() {}

  static float number(byte b) {
    return NUMBERS[b & 0xFF];
  }
}
