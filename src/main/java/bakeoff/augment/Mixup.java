package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Mixed with another image, and its class with the other's, in a ratio of each image's own (Zhang and others 2018). Training accuracy counts the share of the class that is recognized.")
@Synonyms({"mix_up"})
public record Mixup(
    @Doc("The ratio is drawn from Beta(alpha, alpha): below 1 mostly near 0 or 1.")
        @Main
        @Default("1")
        @Range(above = 0, max = 1_000)
        double alpha,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public boolean mixes() {
    return true;
  }

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    double own = Beta.draw(alpha, chance);
    long rest = chance.nextLong();
    return image -> mix(image, image.partner(Chance.at(rest)), own);
  }

  /**
   * @param own the image's share; the rest is the other's
   */
  static void mix(Image image, Image other, double own) {
    float mine = (float) own;
    float theirs = (float) (1 - own);
    float[] pixels = image.pixels();
    float[] from = other.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.min(1, mine * pixels[i] + theirs * from[i]);
    }
    image.mixClasses(other, own);
  }
}
