package bakeoff.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WhiteningTest {

  private static final int SIDE = 6;
  private static final int CHANNELS = 2;
  private static final int COUNT = 40;

  /** Smooth noise with a mean, so that neighbours are alike. */
  private record Noise(float[][] all) implements TrainingImages {

    static Noise of(int count) {
      Random random = new Random(5);
      float[][] all = new float[count][SIDE * SIDE * CHANNELS];
      for (float[] image : all) {
        float level = random.nextFloat();
        for (int i = 0; i < image.length; i++) {
          image[i] = level + 0.5f * random.nextFloat() * (1 + i % CHANNELS);
        }
      }
      return new Noise(all);
    }

    @Override
    public int count() {
      return all.length;
    }

    @Override
    public int height() {
      return SIDE;
    }

    @Override
    public int width() {
      return SIDE;
    }

    @Override
    public int channels() {
      return CHANNELS;
    }

    @Override
    public void read(int image, float[] numbers) {
      System.arraycopy(all[image], 0, numbers, 0, numbers.length);
    }
  }

  /** The convolution's answer at a place, of one filter. */
  private static double answer(
      float[] image, float[] kernel, int filters, int filter, int y, int x) {
    double sum = 0;
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        for (int c = 0; c < CHANNELS; c++) {
          int place = (row * 3 + column) * CHANNELS + c;
          sum +=
              image[((y + row) * SIDE + x + column) * CHANNELS + c]
                  * kernel[place * filters + filter];
        }
      }
    }
    return sum;
  }

  /** Over all patches, products of two filters' answers are 0 in the mean, squares 1. */
  @Test
  void answersAreUncorrelated() {
    Noise images = Noise.of(COUNT);
    int filters = 24;
    Weights kernel = Weights.kernel(2, 3, CHANNELS, filters, 1);
    float[] numbers = new Whitening(COUNT, 1e-9).fill(images, kernel);
    for (int a = 0; a < filters; a++) {
      for (int b = 0; b < filters; b++) {
        double sum = 0;
        int patches = 0;
        for (float[] image : images.all()) {
          for (int y = 0; y + 2 <= SIDE; y++) {
            for (int x = 0; x + 3 <= SIDE; x++, patches++) {
              sum +=
                  answer(image, numbers, filters, a, y, x)
                      * answer(image, numbers, filters, b, y, x);
            }
          }
        }
        double expected = a == b ? 1 : Math.abs(a - b) == filters / 2 ? -1 : 0;
        assertEquals(expected, sum / patches, 1e-4, a + " and " + b);
      }
    }
  }

  /** The first filter is the direction of the largest moment: here, a patch's sum. */
  @Test
  void fewerFiltersAreTheLargestDirections() {
    Weights two = Weights.kernel(2, 3, CHANNELS, 2, 1);
    Weights all = Weights.kernel(2, 3, CHANNELS, 24, 1);
    float[] few = new Whitening(COUNT, 5e-4).fill(Noise.of(COUNT), two);
    float[] whole = new Whitening(COUNT, 5e-4).fill(Noise.of(COUNT), all);
    double sign = Math.signum(few[0]);
    for (int place = 0; place < 12; place++) {
      assertEquals(whole[place * 24], few[place * 2]);
      assertEquals(-few[place * 2], few[place * 2 + 1]);
      assertEquals(sign, Math.signum(few[place * 2]));
    }
  }

  @Test
  void looksAtTheFirstImagesAlone() {
    Weights kernel = Weights.kernel(2, 3, CHANNELS, 24, 1);
    float[] some = new Whitening(7, 5e-4).fill(Noise.of(COUNT), kernel);
    float[] same = new Whitening(5_000, 5e-4).fill(Noise.of(7), kernel);
    assertArrayEquals(same, some);
  }
}
