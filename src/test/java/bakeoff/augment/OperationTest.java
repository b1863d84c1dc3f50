package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static bakeoff.augment.Pictures.nine;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations of the automatic augmentations, and how they are chosen. */
final class OperationTest {

  private static final Magnitudes MOST = new Magnitudes(1, 1, false, 90, 0.5, 4);

  @Test
  void geometry() {
    // Shears are about the upper left corner: places 1 + 0.5, 2 + 0.5 … are taken from.
    assertPixels(by(Operation.SHEAR_X, 1), 2, 3, 0.5, 6, 0.5, 0.5, 0.5, 0.5, 0.5);
    assertPixels(by(Operation.SHEAR_Y, 1), 4, 8, 0.5, 7, 0.5, 0.5, 0.5, 0.5, 0.5);
    assertPixels(by(Operation.TRANSLATE_X, 1), 0.5, 1, 2, 0.5, 4, 5, 0.5, 7, 8);
    assertPixels(by(Operation.TRANSLATE_X, -1), 2, 3, 0.5, 5, 6, 0.5, 8, 9, 0.5);
    assertPixels(by(Operation.TRANSLATE_X, 0.9), 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertPixels(by(Operation.TRANSLATE_Y, 1), 0.5, 0.5, 0.5, 1, 2, 3, 4, 5, 6);
    assertPixels(by(Operation.ROTATE, 1), 3, 6, 9, 2, 5, 8, 1, 4, 7);
    assertPixels(by(Operation.IDENTITY, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void relativeShiftsAreSharesOfTheSize() {
    Magnitudes third = new Magnitudes(0, 1 / 3.0, true, 0, 0, 0);
    Image image = nine();
    Operation.TRANSLATE_Y.by(-1, third, Interpolation.NEAREST, 0.5).apply(image);
    assertPixels(image, 4, 5, 6, 7, 8, 9, 0.5, 0.5, 0.5);
  }

  @Test
  void colourGoesByHalfEitherWay() {
    assertPixels(of(Operation.BRIGHTNESS, 1, image(1, 2, 1, 0.2, 0.4)), 0.3, 0.6);
    assertPixels(of(Operation.BRIGHTNESS, -1, image(1, 2, 1, 0.2, 0.4)), 0.1, 0.2);
    assertPixels(of(Operation.CONTRAST, -1, image(1, 2, 1, 0.2, 0.6)), 0.3, 0.5);
    assertPixels(of(Operation.COLOR, -1, image(1, 1, 3, 1, 0, 0)), 0.6495, 0.1495, 0.1495);
  }

  @Test
  void sharpnessIsAboutTheSmoothedImage() {
    // The middle smoothed: (8 * 0.1 + 5 * 0.75) / 13 = 0.35.
    double edge = 0.1;
    Image sharp = image(3, 3, 1, edge, edge, edge, edge, 0.75, edge, edge, edge, edge);
    Tone.sharpness(sharp, 0.5);
    assertPixels(sharp, edge, edge, edge, edge, 0.55, edge, edge, edge, edge);
    Image sharper = image(3, 3, 1, edge, edge, edge, edge, 0.75, edge, edge, edge, edge);
    Tone.sharpness(sharper, 1.5);
    assertPixels(sharper, edge, edge, edge, edge, 0.95, edge, edge, edge, edge);
    Image thin = image(2, 2, 1, 0.1, 0.2, 0.3, 0.4);
    Tone.sharpness(thin, 1.9);
    assertPixels(thin, 0.1, 0.2, 0.3, 0.4);
  }

  @Test
  void posterizeKeepsTheHighBits() {
    // 200 is 11001000, 37 is 00100101.
    Image image = image(1, 3, 1, 200 / 255.0, 37 / 255.0, 1);
    Tone.posterize(image, 4);
    assertPixels(image, 192 / 255.0, 32 / 255.0, 240 / 255.0);
    Image same = image(1, 2, 1, 0.123, 0.456);
    Tone.posterize(same, 0);
    assertPixels(same, 0.123, 0.456);
    assertPixels(of(Operation.POSTERIZE, 0.5, image(1, 1, 1, 1)), 252 / 255.0);
  }

  @Test
  void solarizeTurnsWhatIsBright() {
    Image image = image(1, 3, 1, 0.2, 0.6, 0.9);
    Tone.solarize(image, 0.6);
    assertPixels(image, 0.2, 0.4, 0.1);
    assertPixels(of(Operation.SOLARIZE, 1, image(1, 2, 1, 0.2, 0.6)), 0.8, 0.4);
  }

  @Test
  void autoContrastStretchesEachChannel() {
    Image image = image(1, 3, 2, 0.2, 0.5, 0.4, 0.5, 0.6, 0.5);
    Tone.autoContrast(image);
    assertPixels(image, 0, 0.5, 0.5, 0.5, 1, 0.5);
  }

  /** The Python Imaging Library's table, by hand: a step is (610 - 100) / 255 = 2 pixels. */
  @Test
  void equalizeSpreadsLevels() {
    Image image = new Image(10, 61, 1);
    Arrays.fill(image.pixels(), 0, 255, 50 / 255f);
    Arrays.fill(image.pixels(), 255, 510, 100 / 255f);
    Arrays.fill(image.pixels(), 510, 610, 200 / 255f);
    Tone.equalize(image);
    assertEquals(0, image.pixels()[0]);
    assertEquals(128 / 255f, image.pixels()[255]);
    assertEquals(1, image.pixels()[510]);
  }

  @Test
  void equalizeLeavesTooFewPixelsAlone() {
    Image image = image(2, 2, 1, 0, 0.1, 0.2, 0.5);
    Tone.equalize(image);
    assertPixels(image, 0, 0.1, 0.2, 0.5);
  }

  @ParameterizedTest
  @EnumSource
  void signedOperationsDoNothingAtZero(Operation operation) {
    if (operation.isSigned()) {
      Image image = image(2, 2, 3, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.3, 0.2, 0.1);
      float[] before = image.pixels().clone();
      operation.by(0, MOST, Interpolation.NEAREST, 0).apply(image);
      assertArrayEquals(before, image.pixels(), 1e-6f);
    }
  }

  @Test
  void allOperationsAreEquallyLikely() {
    EnumMap<Operation, Integer> drawn = new EnumMap<>(Operation.class);
    for (int i = 0; i < 14_000; i++) {
      drawn.merge(Operation.draw(Draws.chance(i)), 1, Integer::sum);
    }
    int[] counts = drawn.values().stream().mapToInt(Integer::intValue).toArray();
    assertEquals(14, counts.length);
    // The 0.999 quantile of chi-square with 13 degrees of freedom.
    assertEquals(0, Draws.chiSquare(counts), 34.53);
  }

  @Test
  void trivialAugmentDoesOneThingAtAnyStrength() {
    // A middle grey pixel alone is changed by brightness only (by posterize to 128/255).
    TrivialAugmentWide kind = new TrivialAugmentWide(Interpolation.NEAREST, 0.5, 1);
    double[] greys = Draws.measured(kind, 50_000, image(1, 1, 1, 0.5), i -> i.pixels()[0]);
    double[] darker = Arrays.stream(greys).filter(g -> g < 0.499).toArray();
    double[] brighter = Arrays.stream(greys).filter(g -> g > 0.51).toArray();
    assertEquals(0.005, greys[0], 1e-6);
    assertEquals(0.995, greys[greys.length - 1], 1e-6);
    // 1/14 of the draws, half of them either way, 30 of 31 strengths.
    double expected = 50_000 / 28.0 * 30 / 31;
    assertEquals(expected, brighter.length, 4 * Math.sqrt(expected));
    assertEquals(expected, darker.length, 4 * Math.sqrt(expected));
  }

  @Test
  void randAugmentDoesSeveralThingsOneAfterTheOther() {
    RandAugment one = new RandAugment(1, 3, Interpolation.NEAREST, 0.5, 1);
    double[] single = Draws.measured(one, 20_000, image(1, 1, 1, 0.2), i -> i.pixels()[0]);
    RandAugment three = new RandAugment(3, 3, Interpolation.NEAREST, 0.5, 1);
    double[] triple = Draws.measured(three, 20_000, image(1, 1, 1, 0.2), i -> i.pixels()[0]);
    // Brightness goes down by 3/30 of 0.9: once, and three times. No bit is taken at this strength.
    assertEquals(0.2 * 0.91, single[0], 1e-6);
    assertEquals(0.2 * 0.91 * 0.91 * 0.91, triple[0], 1e-6);
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(
        0.3 * 13 / 14, Draws.share(new TrivialAugmentWide(Interpolation.NEAREST, 0, 0.3)), 0.015);
    assertEquals(0.3, Draws.share(new RandAugment(2, 9, Interpolation.NEAREST, 0, 0.3)), 0.015);
  }

  private static Image by(Operation operation, double share) {
    return of(operation, share, nine());
  }

  private static Image of(Operation operation, double share, Image image) {
    operation.by(share, MOST, Interpolation.NEAREST, 0.5).apply(image);
    return image;
  }
}
