package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomAffineTest {

  private static final Translation STILL = new Translation(0, 0);
  private static final Interval ONE = new Interval(1, 1);
  private static final Shear STRAIGHT = new Shear(0, 0, 0, 0);

  @ParameterizedTest
  @EnumSource
  void nothingIsNoChangeBitForBit(Interpolation interpolation) {
    Image image = nine();
    kind(interpolation).change(0, 0, 0, 1, 0, 0).apply(image);
    assertArrayEquals(nine().pixels(), image.pixels());
  }

  @ParameterizedTest
  @EnumSource
  void turnsRight(Interpolation interpolation) {
    assertPixels(changed(interpolation, 90, 0, 0, 1, 0, 0), 7, 4, 1, 8, 5, 2, 9, 6, 3);
  }

  @ParameterizedTest
  @EnumSource
  void movesRightAndDownByWholePixels(Interpolation interpolation) {
    double third = 1 / 3.0;
    assertPixels(changed(interpolation, 0, third, 0, 1, 0, 0), 0.5, 1, 2, 0.5, 4, 5, 0.5, 7, 8);
    assertPixels(changed(interpolation, 0, 0, third, 1, 0, 0), 0.5, 0.5, 0.5, 1, 2, 3, 4, 5, 6);
    assertPixels(changed(interpolation, 0, 0.4, 0, 1, 0, 0), 0.5, 1, 2, 0.5, 4, 5, 0.5, 7, 8);
  }

  @Test
  void movesAfterItTurns() {
    // Turned right: 7 4 1 / 8 5 2 / 9 6 3; then moved right by one.
    assertPixels(
        changed(Interpolation.NEAREST, 90, 1 / 3.0, 0, 1, 0, 0), 0.5, 7, 4, 0.5, 8, 5, 0.5, 9, 6);
  }

  @Test
  void enlarges() {
    Image image = image(4, 4, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    kind(Interpolation.NEAREST).change(0, 0, 0, 2, 0, 0).apply(image);
    assertPixels(image, 6, 6, 7, 7, 6, 6, 7, 7, 10, 10, 11, 11, 10, 10, 11, 11);
  }

  /**
   * torchvision's inverse matrix of a shear by 45° is (1, 1; 0, 1) along x, (1, 0; 1, 1) along y.
   */
  @ParameterizedTest
  @EnumSource
  void shears(Interpolation interpolation) {
    assertPixels(changed(interpolation, 0, 0, 0, 1, 45, 0), 0.5, 1, 2, 4, 5, 6, 8, 9, 0.5);
    assertPixels(changed(interpolation, 0, 0, 0, 1, 0, 45), 0.5, 2, 6, 1, 5, 9, 4, 8, 0.5);
  }

  @Test
  void everythingIsDrawnFromItsRange() {
    Interval scale = new Interval(0.5, 2);
    Shear shear = new Shear(-20, 10, 5, 30);
    RandomAffine kind =
        new RandomAffine(
            30, new Translation(0.3, 0.2), scale, shear, 0.5, Interpolation.BILINEAR, 1);
    for (int i = 0; i < 200; i++) {
      var chance = Draws.chance(i);
      chance.nextDouble();
      Transform expected =
          kind.change(
              -30 + 60 * chance.nextDouble(),
              -0.3 + 0.6 * chance.nextDouble(),
              -0.2 + 0.4 * chance.nextDouble(),
              0.5 + 1.5 * chance.nextDouble(),
              -20 + 30 * chance.nextDouble(),
              5 + 25 * chance.nextDouble());
      Image drawn = nine();
      kind.draw(Draws.chance(i)).apply(drawn);
      Image changed = nine();
      expected.apply(changed);
      assertArrayEquals(changed.pixels(), drawn.pixels(), 1e-5f);
    }
  }

  @Test
  void movesUniformlyEitherWay() {
    Image image = new Image(1, 101, 1);
    image.pixels()[50] = 1;
    RandomAffine kind =
        new RandomAffine(0, new Translation(0.1, 0), ONE, STRAIGHT, 0, Interpolation.NEAREST, 1);
    int draws = 20_000;
    double[] places = Draws.measured(kind, draws, image, RandomAffineTest::brightest);
    assertEquals(40, places[0]);
    assertEquals(60, places[draws - 1]);
    // 101 * 0.1 to either side, rounded: half a pixel's step, and the limit.
    double distance = Draws.distanceFromUniform(places, 50 - 10.1, 50 + 10.1);
    assertTrue(distance < 0.5 / 20.2 + Draws.limit(draws), "" + distance);
  }

  private static double brightest(Image image) {
    int place = 0;
    while (image.pixels()[place] == 0) {
      place++;
    }
    return place;
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(
        0.3,
        Draws.share(new RandomAffine(10, STILL, ONE, STRAIGHT, 0, Interpolation.NEAREST, 0.3)),
        0.015);
  }

  @Test
  void shearIsWrittenAsGiven() {
    assertEquals(new Shear(-10, 10, 0, 0), Shear.of(10));
    assertEquals(10.0, Shear.of(10).written());
    assertEquals(List.of(-5.0, 10.0), Shear.of(List.of(-5.0, 10.0)).written());
    List<Double> both = List.of(-5.0, 10.0, 0.0, 3.0);
    assertEquals(both, Shear.of(both).written());
    assertEquals(new Shear(-5, 10, 0, 3), Shear.of(both));
    assertThrows(IllegalArgumentException.class, () -> Shear.of(List.of(1.0)));
    assertThrows(IllegalArgumentException.class, () -> Shear.of(List.of(1.0, 2.0, 3.0)));
    assertThrows(IllegalArgumentException.class, () -> Shear.of(List.of(2.0, 1.0)));
  }

  @Test
  void rangesThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> Interval.of(List.of(2.0, 1.0)));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(List.of(2.0)));
    assertThrows(IllegalArgumentException.class, () -> Translation.of(List.of(0.1)));
  }

  private static Image changed(
      Interpolation interpolation,
      double angle,
      double right,
      double down,
      double larger,
      double shearX,
      double shearY) {
    Image image = nine();
    kind(interpolation).change(angle, right, down, larger, shearX, shearY).apply(image);
    return image;
  }

  private static RandomAffine kind(Interpolation interpolation) {
    return new RandomAffine(0, STILL, ONE, STRAIGHT, 0.5, interpolation, 1);
  }
}
