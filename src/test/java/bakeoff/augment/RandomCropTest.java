package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.augment.RandomCrop.PaddingMode;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RandomCropTest {

  @Test
  void aConstantStandsOutside() {
    Image image = nine();
    new RandomCrop(1, PaddingMode.CONSTANT, 0.5, 1).shift(1, -1).apply(image);
    assertPixels(image, 0.5, 4, 5, 0.5, 7, 8, 0.5, 0.5, 0.5);
  }

  @Test
  void reflectionDoesNotRepeatTheEdge() {
    Image image = nine();
    new RandomCrop(1, PaddingMode.REFLECT, 0, 1).shift(1, -1).apply(image);
    assertPixels(image, 5, 4, 5, 8, 7, 8, 5, 4, 5);
  }

  @Test
  void reflectionGoesToAndFroWhereThePaddingIsWide() {
    // 1 2 3 reflected for ever is … 1 2 3 2 1 2 3 …
    Image image = image(1, 3, 1, 1, 2, 3);
    new RandomCrop(7, PaddingMode.REFLECT, 0, 1).shift(6, 7).apply(image);
    assertPixels(image, 2, 1, 2);
  }

  @Test
  void noShiftIsNoChange() {
    Image image = nine();
    new RandomCrop(4, PaddingMode.CONSTANT, 0, 1).shift(0, 0).apply(image);
    assertPixels(image, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void allPlacesAreEquallyLikely() {
    int draws = 9_000;
    int[] centres = new int[10];
    RandomCrop crop = new RandomCrop(1, PaddingMode.CONSTANT, 0, 1);
    for (int i = 0; i < draws; i++) {
      Image image = nine();
      crop.draw(Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, i)).apply(image);
      centres[(int) image.pixels()[4]]++;
    }
    assertEquals(0, centres[0]);
    // The 0.999 quantile of chi-square with 8 degrees of freedom.
    double chiSquare =
        Arrays.stream(centres).skip(1).mapToDouble(n -> (n - 1e3) * (n - 1e3) / 1e3).sum();
    assertEquals(0, chiSquare, 26.12);
  }
}
