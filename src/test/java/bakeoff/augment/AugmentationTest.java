package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.augment.RandomCrop.PaddingMode;
import bakeoff.augment.RandomRotation.Interpolation;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind has to keep to. */
final class AugmentationTest {

  static Stream<Augmentation> examples() {
    return Stream.of(
        new RandomHorizontalFlip(0.5),
        new RandomVerticalFlip(0.5),
        new RandomRotation(45, 0.5, Interpolation.NEAREST),
        new RandomRotation(45, 0.5, Interpolation.BILINEAR),
        new RandomCrop(2, PaddingMode.CONSTANT, 0.5),
        new RandomCrop(2, PaddingMode.REFLECT, 0.5));
  }

  @Test
  void everyKindHasAnExample() {
    Set<Class<?>> shown = examples().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(Augmentation.class.getPermittedSubclasses()), shown);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void dependsOnTheAddressAndTheImageAlone(Augmentation kind) {
    for (int i = 0; i < 20; i++) {
      Image fresh = image(3);
      Image used = image(3);
      Arrays.fill(used.spare(), Float.NaN);
      kind.draw(chance(i)).apply(fresh);
      kind.draw(chance(i)).apply(used);
      assertArrayEquals(fresh.pixels(), used.pixels());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void differsFromImageToImage(Augmentation kind) {
    long different =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  Image image = image(3);
                  kind.draw(chance(i)).apply(image);
                  return Arrays.hashCode(image.pixels());
                })
            .distinct()
            .count();
    assertTrue(different > 1);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void treatsEveryChannelAlike(Augmentation kind) {
    for (int i = 0; i < 20; i++) {
      Image grey = image(1);
      Image colour = image(3);
      kind.draw(chance(i)).apply(grey);
      kind.draw(chance(i)).apply(colour);
      for (int p = 0; p < grey.pixels().length; p++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(grey.pixels()[p], colour.pixels()[3 * p + c]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void staysBetweenZeroAndOne(Augmentation kind) {
    for (int i = 0; i < 20; i++) {
      Image image = image(3);
      kind.draw(chance(i)).apply(image);
      for (float pixel : image.pixels()) {
        assertTrue(pixel >= 0 && pixel <= 1);
      }
    }
  }

  /** Not square; the same in each channel. */
  private static Image image(int channels) {
    Image image = new Image(5, 7, channels);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = i / channels * 37 % 101 / 101f;
    }
    return image;
  }

  private static Chance chance(int image) {
    return Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image, 0);
  }
}
