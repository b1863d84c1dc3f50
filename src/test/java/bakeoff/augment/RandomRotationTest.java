package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomRotationTest {

  @ParameterizedTest
  @EnumSource
  void rightAnglesAreExactAndTurnLeft(Interpolation interpolation) {
    assertPixels(turned(nine(), 90, interpolation), 3, 6, 9, 2, 5, 8, 1, 4, 7);
    assertPixels(turned(nine(), -90, interpolation), 7, 4, 1, 8, 5, 2, 9, 6, 3);
    assertPixels(turned(nine(), 180, interpolation), 9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertPixels(turned(nine(), 360, interpolation), 1, 2, 3, 4, 5, 6, 7, 8, 9);
    Image even = image(2, 2, 3, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
    assertPixels(turned(even, 90, interpolation), 2, 2, 2, 4, 4, 4, 1, 1, 1, 3, 3, 3);
  }

  @ParameterizedTest
  @EnumSource
  void noAngleIsNoChangeBitForBit(Interpolation interpolation) {
    Image before = noise();
    Image after = noise();
    new RandomRotation(45, 0.5, interpolation, 1).turn(0).apply(after);
    assertArrayEquals(before.pixels(), after.pixels());
  }

  @ParameterizedTest
  @EnumSource
  void whatComesFromOutsideIsFilled(Interpolation interpolation) {
    assertPixels(turned(image(1, 3, 1, 1, 2, 3), 90, interpolation), 0.5, 2, 0.5);
  }

  @Test
  void nearestAtFortyFiveDegrees() {
    // The eight outer pixels move on by one place; by hand, with cos = sin = 0.7071.
    assertPixels(turned(nine(), 45, Interpolation.NEAREST), 2, 3, 6, 1, 5, 9, 4, 7, 8);
  }

  @Test
  void bilinearAtFortyFiveDegrees() {
    // Pixels are 3 row + column + 1. A corner lies 0.4142 outside, where the fill of 0.5 weighs as
    // much; a side's middle comes from (1 - 0.7071, 1 + 0.7071) and its mirror images.
    double outside = Math.sqrt(2) - 1;
    double half = Math.sqrt(0.5);
    assertPixels(
        turned(nine(), 45, Interpolation.BILINEAR),
        outside * 0.5 + (1 - outside) * 2,
        3 * (1 - half) + (1 + half) + 1,
        outside * 0.5 + (1 - outside) * 6,
        3 * (1 - half) + (1 - half) + 1,
        5,
        3 * (1 + half) + (1 + half) + 1,
        outside * 0.5 + (1 - outside) * 4,
        3 * (1 + half) + (1 - half) + 1,
        outside * 0.5 + (1 - outside) * 8);
  }

  @Test
  void theAngleIsDrawnUniformlyEitherWay() {
    RandomRotation rotation = new RandomRotation(30, 0, Interpolation.NEAREST, 1);
    for (int i = 0; i < 100; i++) {
      Image drawn = noise();
      Image turned = noise();
      rotation.draw(chance(i)).apply(drawn);
      rotation.turn(-30 + 60 * chance(i).nextDouble()).apply(turned);
      assertArrayEquals(turned.pixels(), drawn.pixels());
    }
  }

  private static Image turned(Image image, double degrees, Interpolation interpolation) {
    new RandomRotation(360, 0.5, interpolation, 1).turn(degrees).apply(image);
    return image;
  }

  private static Image noise() {
    Image image = new Image(8, 9, 3);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = i * 37 % 101 / 101f;
    }
    return image;
  }

  private static Chance chance(int image) {
    return Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image);
  }
}
