package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RandomResizedCropTest {

  private static final Interval SQUARE = new Interval(1, 1);
  private static final int DRAWS = 5_000;

  @Test
  void aPartIsEnlargedAndItsEdgeGoesOn() {
    // The places -0.25, 0.25, 0.75 and 1.25 of 2 and 3; the first and the last are outside.
    Image row = image(1, 4, 1, 1, 2, 3, 4);
    RandomResizedCrop.enlarge(row, 0, 1, 1, 2);
    assertPixels(row, 2, 2.25, 2.75, 3);
    Image column = image(4, 1, 1, 1, 2, 3, 4);
    RandomResizedCrop.enlarge(column, 1, 0, 2, 1);
    assertPixels(column, 2, 2.25, 2.75, 3);
    Image colours = image(2, 1, 3, 1, 2, 3, 4, 5, 6);
    RandomResizedCrop.enlarge(colours, 1, 0, 1, 1);
    assertPixels(colours, 4, 5, 6, 4, 5, 6);
  }

  @Test
  void theWholeIsNoChangeBitForBit() {
    Image image = nine();
    RandomResizedCrop.enlarge(image, 0, 0, 3, 3);
    assertArrayEquals(nine().pixels(), image.pixels());
  }

  @Test
  void whereNothingFitsTheMiddleIsTaken() {
    // The ratio allows 3 of 9 columns, or 3 of 9 rows: three equal pixels a source pixel.
    Interval half = new Interval(0.5, 0.5);
    Interval wide = new Interval(1.5, 1.5);
    Image row = image(2, 9, 1, 1, 1, 1, 4, 5, 6, 1, 1, 1, 1, 1, 1, 4, 5, 6, 1, 1, 1);
    new RandomResizedCrop(half, wide, 1).centre(row);
    assertEquals(5, row.pixels()[4], 1e-6);
    assertEquals(4, row.pixels()[0], 1e-6);
    assertEquals(6, row.pixels()[8], 1e-6);
    Image column = image(9, 2, 1, 1, 1, 1, 1, 1, 1, 4, 4, 5, 5, 6, 6, 1, 1, 1, 1, 1, 1);
    new RandomResizedCrop(half, new Interval(2 / 3.0, 2 / 3.0), 1).centre(column);
    assertEquals(4, column.pixels()[0], 1e-6);
    assertEquals(5, column.pixels()[8], 1e-6);
    assertEquals(6, column.pixels()[16], 1e-6);
  }

  @Test
  void everyPlaceIsEquallyLikely() {
    int[] lefts = new int[33];
    RandomResizedCrop quarter = new RandomResizedCrop(new Interval(0.25, 0.25), SQUARE, 1);
    for (double left :
        Draws.measured(quarter, DRAWS, ramps(), image -> Math.rint(image.pixels()[0] * 64))) {
      lefts[(int) left]++;
    }
    // The 0.999 quantile of chi-square with 32 degrees of freedom.
    assertEquals(0, Draws.chiSquare(lefts), 62.49);
    for (double height : Draws.measured(quarter, 100, ramps(), RandomResizedCropTest::height)) {
      assertEquals(32, height, 1e-3);
    }
  }

  @Test
  void areasAreUniform() {
    RandomResizedCrop kind = new RandomResizedCrop(new Interval(0.2, 0.6), SQUARE, 1);
    double[] areas =
        Draws.measured(kind, DRAWS, ramps(), image -> width(image) * height(image) / 64 / 64);
    // Sides are whole pixels: an area is off by up to a 64th of its root.
    double distance = Draws.distanceFromUniform(areas, 0.2, 0.6);
    assertTrue(distance < 0.775 / 64 / 0.4 + Draws.limit(DRAWS), "" + distance);
  }

  @Test
  void ratiosAreUniformInTheLogarithm() {
    RandomResizedCrop kind = new RandomResizedCrop(new Interval(0.3, 0.3), new Interval(0.5, 2), 1);
    double[] logarithms =
        Draws.measured(
            kind, DRAWS, ramps(), image -> Math.log(width(image) / height(image)) / Math.log(2));
    assertEquals(-1, logarithms[0], 0.1);
    assertEquals(1, logarithms[DRAWS - 1], 0.1);
    assertEquals(0, Arrays.stream(logarithms).average().orElseThrow(), 0.03);
    // A uniform number in -1 to 1 is beyond 0.5 half of the time.
    assertEquals(0.5, Arrays.stream(logarithms).filter(l -> Math.abs(l) > 0.5).count() / 5e3, 0.04);
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.3, Draws.share(new RandomResizedCrop(SQUARE, SQUARE, 0.3)), 0.015);
  }

  /** The first channel is the column, the second the row, in 64ths. */
  private static Image ramps() {
    Image image = new Image(64, 64, 2);
    for (int i = 0; i < 64 * 64; i++) {
      image.pixels()[2 * i] = i % 64 / 64f;
      int row = i / 64;
      image.pixels()[2 * i + 1] = row / 64f;
    }
    return image;
  }

  private static double width(Image image) {
    int middle = 32 * 64 + 32;
    return (image.pixels()[2 * middle] - image.pixels()[2 * (middle - 16)]) * 64 * 4;
  }

  private static double height(Image image) {
    int middle = 32 * 64 + 32;
    return (image.pixels()[2 * middle + 1] - image.pixels()[2 * (middle - 16 * 64) + 1]) * 64 * 4;
  }
}
