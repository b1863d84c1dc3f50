package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.augment.RandomCrop.PaddingMode;
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
    Interval all = new Interval(0.5, 1);
    return Stream.of(
        new RandomHorizontalFlip(0.5),
        new RandomVerticalFlip(0.5),
        new AlternatingFlip(),
        new RandomRotation(45, 0.5, Interpolation.NEAREST, 1),
        new RandomRotation(45, 0.5, Interpolation.BILINEAR, 1),
        affine(Interpolation.NEAREST),
        affine(Interpolation.BILINEAR),
        new RandomCrop(2, PaddingMode.CONSTANT, 0.5, 1),
        new RandomCrop(2, PaddingMode.REFLECT, 0.5, 1),
        new RandomResizedCrop(all, all, 0.9),
        new ColorJitter(0.4, 0.4, 0.4, 0.1, 0.9),
        new RandomGrayscale(0.5),
        new GaussianBlur(new OddSize(7), new Interval(0.1, 2), 0.9),
        new GaussianNoise(0.1, 0.5, 0.9),
        new RandomErasing(0.9, all, all, new ErasingValue(0.5)),
        new RandomErasing(0.9, all, all, ErasingValue.of(ErasingValue.Named.RANDOM)),
        new Cutout(3, 0.5, 0.9),
        new TrivialAugmentWide(Interpolation.BILINEAR, 0.5, 0.9),
        new RandAugment(2, 9, Interpolation.NEAREST, 0.5, 0.9),
        new Mixup(1, 0.9),
        new Cutmix(1, 0.9));
  }

  private static RandomAffine affine(Interpolation interpolation) {
    return new RandomAffine(
        30,
        new Translation(0.2, 0.1),
        new Interval(0.8, 1.2),
        new Shear(-10, 10, -5, 5),
        0.5,
        interpolation,
        0.9);
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
  void allChanceIsDrawnBeforehand(Augmentation kind) {
    for (int i = 0; i < 20; i++) {
      Transform transform = kind.draw(chance(i));
      Image first = colourful();
      Image second = colourful();
      transform.apply(first);
      transform.apply(second);
      assertArrayEquals(first.pixels(), second.pixels());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void differsFromImageToImage(Augmentation kind) {
    long different =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  Image image = colourful();
                  kind.draw(chance(i)).apply(image);
                  return Arrays.hashCode(image.pixels());
                })
            .distinct()
            .count();
    assertTrue(different > 1);
  }

  /** All but noise, which is each number's own. */
  static Stream<Augmentation> alike() {
    return examples()
        .filter(kind -> !(kind instanceof GaussianNoise))
        .filter(kind -> !(kind instanceof RandomErasing erasing && erasing.value().isRandom()));
  }

  @ParameterizedTest
  @MethodSource("alike")
  void treatsEveryChannelAlike(Augmentation kind) {
    for (int i = 0; i < 20; i++) {
      Image grey = image(1);
      Image colour = image(3);
      kind.draw(chance(i)).apply(grey);
      kind.draw(chance(i)).apply(colour);
      for (int p = 0; p < grey.pixels().length; p++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(grey.pixels()[p], colour.pixels()[3 * p + c], 1e-6f);
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
    Image other = new Image(5, 7, channels);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = i / channels * 37 % 101 / 101f;
      other.pixels()[i] = i / channels * 53 % 101 / 101f;
    }
    image.meet(chance -> other);
    return image;
  }

  /** Each channel its own. */
  private static Image colourful() {
    Image image = new Image(5, 7, 3);
    Image other = new Image(5, 7, 3);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = i * 37 % 101 / 101f;
      other.pixels()[i] = i * 53 % 101 / 101f;
    }
    image.meet(chance -> other);
    return image;
  }

  private static Chance chance(int image) {
    return Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image, 0);
  }
}
