package bakeoff.dataset;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;

/** Draws images of {@link Shapes}, by integer arithmetic alone: every machine gets the same. */
final class Painter {

  static final int SIZE = 32;
  static final int CHANNELS = 3;
  static final int BYTES = SIZE * SIZE * CHANNELS;

  private static final int SEED = 0;
  private static final int SPECKS = 6;
  private static final int NOISE = 24;

  private final Chance chance;
  private final byte[] images;
  private final int start;

  private Painter(Chance chance, byte[] images, int start) {
    this.chance = chance;
    this.images = images;
    this.start = start;
  }

  /**
   * All images of a split, one after another, each height x width x channels; the figures take
   * turns.
   */
  static byte[] paint(int split, int count) {
    byte[] images = new byte[count * BYTES];
    Figure[] figures = Figure.values();
    for (int image = 0; image < count; image++) {
      Chance chance = Chance.of(SEED, Purpose.SHAPES, split, image);
      new Painter(chance, images, image * BYTES).paint(figures[image % figures.length]);
    }
    return images;
  }

  private void paint(Figure figure) {
    int[] ground = colour(16, 112);
    int[] ink = colour(72, 176);
    int radius = between(11, 21);
    int room = SIZE - radius;
    int x = SIZE + between(-room, room) / 2;
    int y = SIZE + between(-room, room) / 2;
    background(ground);
    stamp(figure, x, y, radius, ink);
    for (int speck = 0; speck < SPECKS; speck++) {
      stamp(Figure.SQUARE, between(0, 2 * SIZE), between(0, 2 * SIZE), 3, colour(16, 176));
    }
    noise();
  }

  private void background(int[] colour) {
    int across = between(-1, 1);
    int down = between(-1, 1);
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int shade = across * (column - SIZE / 2) + down * (row - SIZE / 2);
        for (int c = 0; c < CHANNELS; c++) {
          put(row, column, c, colour[c] + shade);
        }
      }
    }
  }

  /** The centre and the radius are in half pixels. */
  private void stamp(Figure figure, int x, int y, int radius, int[] colour) {
    int reach = radius / 2 + 4;
    int left = Math.max(0, x / 2 - reach);
    int right = Math.min(SIZE, x / 2 + reach);
    int bottom = Math.min(SIZE, y / 2 + reach);
    for (int row = Math.max(0, y / 2 - reach); row < bottom; row++) {
      for (int column = left; column < right; column++) {
        if (figure.covers(2 * column + 1 - x, 2 * row + 1 - y, radius)) {
          for (int c = 0; c < CHANNELS; c++) {
            put(row, column, c, colour[c]);
          }
        }
      }
    }
  }

  /** One draw a pixel, 16 bits of it a channel. */
  private void noise() {
    for (int pixel = start; pixel < start + BYTES; pixel += CHANNELS) {
      long bits = chance.nextLong();
      for (int i = pixel; i < pixel + CHANNELS; i++) {
        int noise = (int) (((bits & 0xFFFF) * (2 * NOISE + 1)) >>> 16) - NOISE;
        images[i] = clipped((images[i] & 0xFF) + noise);
        bits >>>= 16;
      }
    }
  }

  private void put(int row, int column, int channel, int value) {
    images[start + (row * SIZE + column) * CHANNELS + channel] = clipped(value);
  }

  private static byte clipped(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }

  private int[] colour(int from, int to) {
    return new int[] {between(from, to), between(from, to), between(from, to)};
  }

  private int between(int least, int most) {
    return least + chance.nextInt(most - least + 1);
  }
}
