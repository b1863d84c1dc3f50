package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Left and right swapped, with probability p.")
@Synonyms({"random_flip", "hflip", "horizontal_flip"})
public record RandomHorizontalFlip(
    @Doc("The probability.") @Main @Default("0.5") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    return chance.happens(p) ? RandomHorizontalFlip::swap : Transform.NONE;
  }

  private static void swap(Image image) {
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        image.copy(row, image.width() - 1 - column, row, column);
      }
    }
    image.flip();
  }
}
