package bakeoff.augment;

import static bakeoff.augment.Pictures.assertPixels;
import static bakeoff.augment.Pictures.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ColourTest {

  @Test
  void brightnessIsAFactor() {
    Image image = image(1, 3, 1, 0.2, 0.4, 0.8);
    Colour.brightness(image, 1.5);
    assertPixels(image, 0.3, 0.6, 1);
  }

  @Test
  void contrastIsAboutTheMeanGrey() {
    Image grey = image(1, 2, 1, 0.2, 0.6);
    Colour.contrast(grey, 0.5);
    assertPixels(grey, 0.3, 0.5);
    // The mean of the greys 0.299 and 0.587 is 0.443.
    Image colours = image(1, 2, 3, 1, 0, 0, 0, 1, 0);
    Colour.contrast(colours, 0);
    assertPixels(colours, 0.443, 0.443, 0.443, 0.443, 0.443, 0.443);
  }

  @Test
  void saturationIsAboutEachPixelsGrey() {
    Image image = image(1, 3, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    Colour.saturation(image, 0);
    assertPixels(image, 0.299, 0.299, 0.299, 0.587, 0.587, 0.587, 0.114, 0.114, 0.114);
    // Grey is 0.299 * 0.5 + 0.587 * 0.4 + 0.114 * 0.6 = 0.4527.
    Image more = image(1, 1, 3, 0.5, 0.4, 0.6);
    Colour.saturation(more, 2);
    assertPixels(more, 0.5473, 0.3473, 0.7473);
  }

  /** Figures of Python's colorsys, by way of rgb_to_hsv and back. */
  @Test
  void hueGoesAroundACircle() {
    Image image = image(1, 2, 3, 1, 0, 0, 0.5, 0.5, 0.5);
    Colour.hue(image, 1 / 3.0);
    assertPixels(image, 0, 1, 0, 0.5, 0.5, 0.5);
    assertHue(0.2, 0.74, 0.2, 0.9);
    assertHue(-0.45, 0.9, 0.81, 0.2);
    Image red = image(1, 1, 3, 1, 0, 0);
    Colour.hue(red, 0.5);
    assertPixels(red, 0, 1, 1);
    Image yellow = image(1, 1, 3, 1, 1, 0);
    Colour.hue(yellow, -1 / 6.0);
    assertPixels(yellow, 1, 0, 0);
  }

  private static void assertHue(double share, double red, double green, double blue) {
    Image image = image(1, 1, 3, 0.2, 0.5, 0.9);
    Colour.hue(image, share);
    assertPixels(image, red, green, blue);
  }

  @Test
  void greyImagesHaveNoColourToChange() {
    Image image = image(1, 3, 1, 0.2, 0.4, 0.8);
    Colour.saturation(image, 0);
    Colour.hue(image, 0.3);
    assertPixels(image, 0.2, 0.4, 0.8);
  }

  @Test
  void jitterHasItsOrder() {
    Image jittered = image(1, 2, 3, 0.9, 0.2, 0.1, 0.3, 0.8, 0.5);
    ColorJitter.change(1.3, 0.7, 1.4, 0.2).apply(jittered);
    Image expected = image(1, 2, 3, 0.9, 0.2, 0.1, 0.3, 0.8, 0.5);
    Colour.brightness(expected, 1.3);
    Colour.contrast(expected, 0.7);
    Colour.saturation(expected, 1.4);
    Colour.hue(expected, 0.2);
    assertArrayEquals(expected.pixels(), jittered.pixels());
  }

  @Test
  void factorsAreUniformAboutOne() {
    ColorJitter kind = new ColorJitter(0.4, 0, 0, 0, 1);
    double[] factors =
        Draws.measured(kind, 5_000, image(1, 1, 1, 0.5), image -> image.pixels()[0] * 2);
    assertTrue(Draws.distanceFromUniform(factors, 0.6, 1.4) < Draws.limit(5_000));
    assertTrue(factors[0] >= 0.6 && factors[4_999] <= 1.4);
    // Never below 0: uniform in 0 to 3, and what is above 2 is cut off at white.
    double[] large =
        Draws.measured(
            new ColorJitter(2, 0, 0, 0, 1), 5_000, image(1, 1, 1, 0.5), i -> i.pixels()[0]);
    assertTrue(large[0] >= 0);
    assertEquals(1 / 3.0, java.util.Arrays.stream(large).filter(f -> f == 1).count() / 5e3, 0.03);
  }

  @Test
  void huesAreUniformEitherWay() {
    ColorJitter kind = new ColorJitter(0, 0, 0, 0.1, 1);
    // Near red, green is the way there, and blue the way back; a sixth is all of it.
    double[] shares =
        Draws.measured(
            kind,
            5_000,
            image(1, 1, 3, 1, 0, 0),
            image -> (image.pixels()[1] - image.pixels()[2]) / 6);
    assertTrue(Draws.distanceFromUniform(shares, -0.1, 0.1) < Draws.limit(5_000));
  }

  @Test
  void asOftenAsTheProbability() {
    assertEquals(0.3, Draws.share(new ColorJitter(0.1, 0, 0, 0, 0.3)), 0.015);
    assertEquals(0.1, Draws.share(new RandomGrayscale(0.1)), 0.015);
  }

  @Test
  void grayscaleKeepsThreeChannels() {
    Image image = image(1, 1, 3, 0, 1, 0);
    new RandomGrayscale(1).draw(Draws.chance(0)).apply(image);
    assertPixels(image, 0.587, 0.587, 0.587);
  }
}
