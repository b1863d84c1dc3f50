package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What becomes of one image in many draws. */
final class Draws {

  private Draws() {}

  static Chance chance(int image) {
    return Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image);
  }

  /** How often something happens, of 10,000 draws. */
  static double share(Augmentation kind) {
    return IntStream.range(0, 10_000).filter(i -> kind.draw(chance(i)) != Transform.NONE).count()
        / 10_000.0;
  }

  /** A number of the image, after each of many draws, in ascending order. */
  static double[] measured(
      Augmentation kind, int draws, Image image, ToDoubleFunction<Image> measure) {
    float[] before = image.pixels().clone();
    double[] numbers = new double[draws];
    for (int i = 0; i < draws; i++) {
      System.arraycopy(before, 0, image.pixels(), 0, before.length);
      kind.draw(chance(i)).apply(image);
      numbers[i] = measure.applyAsDouble(image);
    }
    Arrays.sort(numbers);
    return numbers;
  }

  /** The Kolmogorov-Smirnov distance of ascending numbers from the uniform distribution. */
  static double distanceFromUniform(double[] ascending, double from, double to) {
    double most = 0;
    for (int i = 0; i < ascending.length; i++) {
      double expected = (ascending[i] - from) / (to - from);
      most = Math.max(most, Math.abs(expected - (i + 0.5) / ascending.length));
    }
    return most;
  }

  /** What {@link #distanceFromUniform} stays below in 999 of 1,000 cases, for many numbers. */
  static double limit(int numbers) {
    return 1.95 / Math.sqrt(numbers);
  }

  /** Chi-square of counts that should all be the same. */
  static double chiSquare(int[] counts) {
    double expected = Arrays.stream(counts).sum() / (double) counts.length;
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
