package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomFlipTest {

  @Test
  void horizontalSwapsLeftAndRightPixelByPixel() {
    Image image = image(1, 2, 3, 1, 2, 3, 4, 5, 6);
    new RandomHorizontalFlip(1).draw(chance(0)).apply(image);
    assertPixels(image, 4, 5, 6, 1, 2, 3);
    Image odd = image(2, 3, 1, 1, 2, 3, 4, 5, 6);
    new RandomHorizontalFlip(1).draw(chance(0)).apply(odd);
    assertPixels(odd, 3, 2, 1, 6, 5, 4);
  }

  @Test
  void verticalSwapsTopAndBottom() {
    Image image = image(3, 2, 1, 1, 2, 3, 4, 5, 6);
    new RandomVerticalFlip(1).draw(chance(0)).apply(image);
    assertPixels(image, 5, 6, 3, 4, 1, 2);
  }

  @Test
  void neverAtProbabilityZero() {
    for (int i = 0; i < 100; i++) {
      assertSame(Transform.NONE, new RandomHorizontalFlip(0).draw(chance(i)));
      assertSame(Transform.NONE, new RandomVerticalFlip(0).draw(chance(i)));
    }
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.25, share(new RandomHorizontalFlip(0.25)), 0.015);
    assertEquals(0.75, share(new RandomVerticalFlip(0.75)), 0.015);
  }

  private static double share(Augmentation flip) {
    return IntStream.range(0, 10_000).filter(i -> flip.draw(chance(i)) != Transform.NONE).count()
        / 10_000.0;
  }

  private static Chance chance(int image) {
    return Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image);
  }
}
