package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Mixup and cutmix. */
final class MixingTest {

  private static final int DRAWS = 20_000;

  /** Of a class, and all of one grey. */
  private static Image plain(int side, int label, double grey) {
    Image image = new Image(side, side, 1, 3);
    image.become(label);
    Arrays.fill(image.pixels(), (float) grey);
    return image;
  }

  @Test
  void mixupTakesOfBothInOneRatio() {
    Image image = plain(2, 0, 0.8);
    Mixup.mix(image, plain(2, 2, 0.4), 0.75);
    assertPixels(image, 0.7, 0.7, 0.7, 0.7);
    assertArrayEquals(new float[] {0.75f, 0, 0.25f}, image.classes(), 1e-6f);
  }

  @Test
  void whatIsMixedTwiceIsOfThreeClasses() {
    Image image = plain(2, 0, 1);
    Mixup.mix(image, plain(2, 1, 0), 0.5);
    Mixup.mix(image, plain(2, 2, 0), 0.5);
    assertPixels(image, 0.25, 0.25, 0.25, 0.25);
    assertArrayEquals(new float[] {0.25f, 0.25f, 0.5f}, image.classes(), 1e-6f);
  }

  @Test
  void twoOfOneClassStayOfIt() {
    Image image = plain(2, 1, 1);
    Mixup.mix(image, plain(2, 1, 0), 0.3);
    assertArrayEquals(new float[] {0, 1, 0}, image.classes(), 1e-6f);
  }

  @Test
  void cutmixPastesARectangleOfTheImagesProportions() {
    // A quarter is cut: half of each side, from one before the centre to before one after it.
    Image image = plain(4, 0, 1);
    Cutmix.paste(image, plain(4, 1, 0), 0.75, 2, 1);
    assertPixels(image, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1);
    assertArrayEquals(new float[] {0.75f, 0.25f, 0}, image.classes(), 1e-6f);
  }

  @Test
  void cutmixCountsWhatIsInside() {
    Image image = plain(4, 0, 1);
    Cutmix.paste(image, plain(4, 1, 0), 0.75, 0, 0);
    assertPixels(image, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertArrayEquals(new float[] {0.9375f, 0.0625f, 0}, image.classes(), 1e-6f);
  }

  @Test
  void theRatioIsUniformAtAlphaOne() {
    double[] shares = shares(new Mixup(1, 1));
    assertTrue(Draws.distanceFromUniform(shares, 0, 1) < Draws.limit(DRAWS));
  }

  /** The arcsine distribution: P(x < 1/4) = 2/π asin(1/2) = 1/3. */
  @Test
  void theRatioIsOfTheArcsineLawAtAlphaOneHalf() {
    double[] shares = shares(new Mixup(0.5, 1));
    double[] uniform =
        Arrays.stream(shares).map(x -> 2 / Math.PI * Math.asin(Math.sqrt(x))).toArray();
    assertTrue(Draws.distanceFromUniform(uniform, 0, 1) < Draws.limit(DRAWS));
  }

  /** Beta(2, 2) has the distribution function 3 x^2 - 2 x^3. */
  @Test
  void theRatioIsOfBetaTwoAtAlphaTwo() {
    double[] shares = shares(new Mixup(2, 1));
    double[] uniform = Arrays.stream(shares).map(x -> x * x * (3 - 2 * x)).toArray();
    assertTrue(Draws.distanceFromUniform(uniform, 0, 1) < Draws.limit(DRAWS));
  }

  @Test
  void aTinyAlphaLeavesOneOfTheTwo() {
    for (double share : shares(new Mixup(1e-3, 1))) {
      assertTrue(share >= 0 && share <= 1, "" + share);
    }
  }

  private static double[] shares(Augmentation kind) {
    Image image = plain(1, 0, 1);
    Image other = plain(1, 1, 0);
    image.meet(chance -> other);
    return Draws.measured(kind, DRAWS, image, i -> i.pixels()[0]);
  }

  @Test
  void cutmixsRectangleIsAnywhere() {
    int[] hit = new int[64];
    Image image = plain(8, 0, 1);
    Image other = plain(8, 1, 0);
    image.meet(chance -> other);
    Cutmix kind = new Cutmix(1, 1);
    for (int i = 0; i < 4_000; i++) {
      Arrays.fill(image.pixels(), 1);
      image.become(0);
      kind.draw(Draws.chance(i)).apply(image);
      int black = 0;
      for (int p = 0; p < 64; p++) {
        black += image.pixels()[p] == 0 ? 1 : 0;
        hit[p] += image.pixels()[p] == 0 ? 1 : 0;
      }
      assertEquals(black / 64.0, image.classes()[1], 1e-6);
    }
    // The corners least, the middle most.
    assertTrue(hit[0] > 200 && hit[0] < hit[36], Arrays.toString(hit));
    assertTrue(hit[63] > 200 && hit[63] < hit[36], Arrays.toString(hit));
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.3, Draws.share(new Mixup(1, 0.3)), 0.015);
    assertEquals(0.3, Draws.share(new Cutmix(1, 0.3)), 0.015);
  }
}
