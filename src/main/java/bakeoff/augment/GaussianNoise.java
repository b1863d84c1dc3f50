package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;

@Doc("Normal noise added to every number, each its own; cut off at 0 and 1.")
public record GaussianNoise(
    @Doc("The noise's mean.") @Default("0") @Range(min = -1, max = 1) double mean,
    @Doc("Its standard deviation; pixels are between 0 and 1.") @Default("0.1") @Range(min = 0)
        double sigma,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    long noise = chance.nextLong();
    return image -> add(image, Chance.at(noise));
  }

  private void add(Image image, Chance chance) {
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Colour.cut(pixels[i] + mean + sigma * Ziggurat.next(chance));
    }
  }
}
