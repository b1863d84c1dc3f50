package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "A rectangle replaced by the same part of another image, and so much of its class by the other's (Yun and others 2019). Training accuracy counts the share of the class that is recognized.")
@Synonyms({"cut_mix"})
public record Cutmix(
    @Doc("The share that stays is drawn from Beta(alpha, alpha); what is outside comes on top.")
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
    return image -> {
      Chance place = Chance.at(rest);
      int row = place.nextInt(image.height());
      int column = place.nextInt(image.width());
      paste(image, image.partner(place), own, row, column);
    };
  }

  /** The rectangle has the image's proportions, and its centre there; it is cut off at the edge. */
  static void paste(Image image, Image other, double own, int row, int column) {
    double half = 0.5 * Math.sqrt(1 - own);
    int up = (int) (half * image.height());
    int left = (int) (half * image.width());
    Rectangle part =
        new Rectangle(
            Math.max(0, row - up),
            Math.max(0, column - left),
            Math.min(image.height(), row + up),
            Math.min(image.width(), column + left));
    part.copy(other, image);
    image.mixClasses(other, 1 - part.area() / ((double) image.height() * image.width()));
  }
}
