package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc(
    "A square erased whose centre is anywhere in the image, so that some of it may be outside (DeVries and Taylor 2017).")
public record Cutout(
    @Doc(value = "The square's side in pixels.", example = "16") @Main @Range(min = 1, max = 4_096)
        int size,
    @Doc("What stands there then, between 0 and 1; the paper's is the data set's mean.")
        @Default("0")
        @Range(min = 0, max = 1)
        double fill,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    long rest = chance.nextLong();
    return image -> {
      Chance place = Chance.at(rest);
      around(image, place.nextInt(image.height()), place.nextInt(image.width()));
    };
  }

  /** The centre is the pixel below and to the right of the middle, if the side is even. */
  void around(Image image, int row, int column) {
    int top = row - size / 2;
    int left = column - size / 2;
    new Rectangle(
            Math.max(0, top),
            Math.max(0, left),
            Math.min(image.height(), top + size),
            Math.min(image.width(), left + size))
        .fill(image, fill);
  }
}
