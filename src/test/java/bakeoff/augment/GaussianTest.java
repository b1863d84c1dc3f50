package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Blur and noise. */
final class GaussianTest {

  private static final Interval SIGMA = new Interval(0.1, 2);

  /** The Gaussian of this deviation falls to a half one pixel away: weights 1/4, 1/2, 1/4. */
  private static final double HALVED = 1 / Math.sqrt(2 * Math.log(2));

  @Test
  void blurSpreadsAPoint() {
    Image image = new Image(5, 5, 1);
    image.pixels()[12] = 1;
    blur(3, HALVED).apply(image);
    double side = 2 / 16.0;
    double corner = 1 / 16.0;
    assertPixels(
        image, 0, 0, 0, 0, 0, 0, corner, side, corner, 0, 0, side, 0.25, side, 0, 0, corner, side,
        corner, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void blurReflectsAtTheEdges() {
    // Beside the edge stands what is one pixel inside: 1/4 + 1/4 of it reaches the edge.
    Image image = image(3, 3, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    blur(3, HALVED).apply(image);
    assertPixels(image, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void blurKeepsChannelsApart() {
    Image image = image(1, 3, 2, 0, 1, 1, 1, 0, 1);
    blur(3, HALVED).apply(image);
    assertPixels(image, 0.5, 1, 0.5, 1, 0.5, 1);
  }

  @Test
  void blurFromOnePixelIsNone() {
    Image image = image(1, 3, 1, 0.1, 0.5, 0.9);
    blur(1, 2).apply(image);
    assertPixels(image, 0.1, 0.5, 0.9);
  }

  @Test
  void deviationsAreUniform() {
    // Of a point on a line, the middle's weight is 1 / (1 + 2 exp(-1 / 2 sigma²)).
    GaussianBlur kind = new GaussianBlur(new OddSize(3), new Interval(0.5, 2), 1);
    double[] deviations =
        Draws.measured(
            kind,
            5_000,
            image(1, 5, 1, 0, 0, 1, 0, 0),
            image -> 1 / Math.sqrt(-2 * Math.log((1 / (double) image.pixels()[2] - 1) / 2)));
    assertTrue(Draws.distanceFromUniform(deviations, 0.5, 2) < Draws.limit(5_000));
  }

  @Test
  void kernelsAreOdd() {
    assertEquals(new OddSize(5), OddSize.of(5));
    assertThrows(IllegalArgumentException.class, () -> OddSize.of(4));
  }

  @Test
  void noiseIsNormal() {
    Image image = new Image(100, 100, 3);
    Arrays.fill(image.pixels(), 0.5f);
    new GaussianNoise(0.02, 0.1, 1).draw(Draws.chance(0)).apply(image);
    double[] noise = new double[30_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (image.pixels()[i] - 0.52) / 0.1;
    }
    assertEquals(0, Arrays.stream(noise).average().orElseThrow(), 0.02);
    assertEquals(1, Arrays.stream(noise).map(x -> x * x).average().orElseThrow(), 0.03);
    // The tables' shares: beyond 1, 1.96 and 2.576 standard deviations.
    assertEquals(0.3173, beyond(noise, 1), 0.01);
    assertEquals(0.05, beyond(noise, 1.96), 0.005);
    assertEquals(0.01, beyond(noise, 2.576), 0.002);
  }

  private static double beyond(double[] noise, double limit) {
    return Arrays.stream(noise).filter(x -> Math.abs(x) > limit).count() / (double) noise.length;
  }

  @Test
  void noiseIsEachNumbersOwn() {
    Image image = new Image(10, 10, 3);
    Arrays.fill(image.pixels(), 0.5f);
    new GaussianNoise(0, 0.01, 1).draw(Draws.chance(0)).apply(image);
    long different = new java.util.HashSet<>(list(image.pixels())).size();
    assertTrue(different > 290);
  }

  private static java.util.List<Float> list(float[] numbers) {
    java.util.List<Float> list = new java.util.ArrayList<>();
    for (float number : numbers) {
      list.add(number);
    }
    return list;
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.3, Draws.share(new GaussianBlur(new OddSize(3), SIGMA, 0.3)), 0.015);
    assertEquals(0.3, Draws.share(new GaussianNoise(0, 0.1, 0.3)), 0.015);
  }

  private static Transform blur(int side, double deviation) {
    return new GaussianBlur(new OddSize(side), SIGMA, 1).blur(deviation);
  }
}
