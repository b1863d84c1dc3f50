package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Random erasing and cutout. */
final class ErasingTest {

  private static final Interval SQUARE = new Interval(1, 1);
  private static final ErasingValue BLACK = ErasingValue.of(0);

  @Test
  void aRectangleIsFilledInEveryChannel() {
    Image image = new Image(3, 3, 2);
    Arrays.fill(image.pixels(), 1);
    new Rectangle(1, 0, 2, 2).fill(image, 0.5);
    assertPixels(image, 1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void aQuarterIsEquallyLikelyEverywhere() {
    RandomErasing kind = new RandomErasing(1, new Interval(0.25, 0.25), SQUARE, BLACK);
    int[] places = new int[25];
    for (double place : Draws.measured(kind, 10_000, white(8, 8), ErasingTest::corner)) {
      places[(int) place]++;
    }
    // The 0.999 quantile of chi-square with 24 degrees of freedom.
    assertEquals(0, Draws.chiSquare(places), 51.18);
    for (double erased : Draws.measured(kind, 100, white(8, 8), ErasingTest::erased)) {
      assertEquals(16, erased);
    }
  }

  /** The first black pixel, five places a row. */
  private static double corner(Image image) {
    int place = 0;
    while (image.pixels()[place] != 0) {
      place++;
    }
    return place / 8 * 5 + place % 8;
  }

  @Test
  void areasAreUniform() {
    RandomErasing kind = new RandomErasing(1, new Interval(0.1, 0.5), SQUARE, BLACK);
    double[] areas = Draws.measured(kind, 3_000, white(100, 100), image -> erased(image) / 10_000);
    double distance = Draws.distanceFromUniform(areas, 0.1, 0.5);
    assertTrue(distance < 0.707 / 100 / 0.4 + Draws.limit(3_000), "" + distance);
  }

  @Test
  void ratiosAreHeightOverWidth() {
    RandomErasing kind = new RandomErasing(1, new Interval(0.16, 0.16), new Interval(4, 4), BLACK);
    double[] rows =
        Draws.measured(
            kind,
            200,
            white(100, 100),
            image -> {
              int count = 0;
              for (int row = 0; row < 100; row++) {
                int from = row * 100;
                for (int i = from; i < from + 100; i++) {
                  if (image.pixels()[i] == 0) {
                    count++;
                    break;
                  }
                }
              }
              return count;
            });
    // 80 rows of 20.
    assertEquals(80, rows[0]);
    assertEquals(80, rows[199]);
  }

  @Test
  void nothingIsErasedWhereNothingFits() {
    RandomErasing kind = new RandomErasing(1, SQUARE, SQUARE, BLACK);
    Image image = nine();
    kind.draw(Draws.chance(0)).apply(image);
    assertPixels(image, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void noiseIsUniform() {
    Interval half = new Interval(0.5, 0.5);
    RandomErasing kind =
        new RandomErasing(1, half, SQUARE, ErasingValue.of(ErasingValue.Named.RANDOM));
    Image image = white(100, 100);
    kind.draw(Draws.chance(0)).apply(image);
    double[] noise = new double[5_041];
    int count = 0;
    for (float pixel : image.pixels()) {
      if (pixel != 1 && count < noise.length) {
        noise[count++] = pixel;
      }
    }
    // 71 is the root of half of 10,000, rounded.
    assertEquals(71 * 71, count);
    Arrays.sort(noise);
    assertTrue(Draws.distanceFromUniform(noise, 0, 1) < Draws.limit(count));
  }

  @Test
  void cutoutIsCutOffAtTheEdge() {
    Cutout two = new Cutout(2, 0, 1);
    assertErased(two, 0, 0, "0111111111111111");
    assertErased(two, 2, 2, "1111100110011111");
    assertErased(two, 3, 0, "1111111101110111");
    assertErased(new Cutout(3, 0, 1), 0, 3, "1100110011111111");
    assertErased(new Cutout(9, 0, 1), 1, 1, "0000000000000000");
  }

  private static void assertErased(Cutout kind, int row, int column, String expected) {
    Image image = white(4, 4);
    kind.around(image, row, column);
    StringBuilder found = new StringBuilder();
    for (float pixel : image.pixels()) {
      found.append(pixel == 1 ? '1' : '0');
    }
    assertEquals(expected, found.toString());
  }

  @Test
  void cutoutsCentreIsAnywhere() {
    int[] places = new int[30];
    Cutout one = new Cutout(1, 0, 1);
    for (double place : Draws.measured(one, 10_000, white(5, 6), ErasingTest::firstBlack)) {
      places[(int) place]++;
    }
    // The 0.999 quantile of chi-square with 29 degrees of freedom.
    assertEquals(0, Draws.chiSquare(places), 58.30);
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.3, Draws.share(new RandomErasing(0.3, SQUARE, SQUARE, BLACK)), 0.015);
    assertEquals(0.3, Draws.share(new Cutout(4, 0, 0.3)), 0.015);
  }

  private static double firstBlack(Image image) {
    int place = 0;
    while (image.pixels()[place] != 0) {
      place++;
    }
    return place;
  }

  private static double erased(Image image) {
    int count = 0;
    for (float pixel : image.pixels()) {
      count += pixel == 0 ? 1 : 0;
    }
    return count;
  }

  private static Image white(int height, int width) {
    Image image = new Image(height, width, 1);
    Arrays.fill(image.pixels(), 1);
    return image;
  }
}
