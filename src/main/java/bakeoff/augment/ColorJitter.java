package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Brightness, contrast, saturation and hue changed at random, in this order; grey images have the first two alone.")
@Synonyms({"colour_jitter"})
public record ColorJitter(
    @Doc("Multiplied by a factor from 1 ± this, never below 0.") @Default("0") @Range(min = 0)
        double brightness,
    @Doc("The distance from the image's mean grey, multiplied likewise.")
        @Default("0")
        @Range(min = 0)
        double contrast,
    @Doc("The distance from each pixel's grey, multiplied likewise.") @Default("0") @Range(min = 0)
        double saturation,
    @Doc("Moved along the circle of hues by up to this share of it, either way.")
        @Default("0")
        @Range(min = 0, max = 0.5)
        double hue,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    double bright = factor(brightness, chance);
    double contrasted = factor(contrast, chance);
    double saturated = factor(saturation, chance);
    return change(bright, contrasted, saturated, chance.uniform(-hue, hue));
  }

  private static double factor(double most, Chance chance) {
    return chance.uniform(Math.max(0, 1 - most), 1 + most);
  }

  /** Factors, and a share of the circle of hues; what changes nothing costs nothing. */
  static Transform change(double brightness, double contrast, double saturation, double hue) {
    return image -> {
      if (brightness != 1) {
        Colour.brightness(image, brightness);
      }
      if (contrast != 1) {
        Colour.contrast(image, contrast);
      }
      if (saturation != 1) {
        Colour.saturation(image, saturation);
      }
      if (hue != 0) {
        Colour.hue(image, hue);
      }
    };
  }
}
