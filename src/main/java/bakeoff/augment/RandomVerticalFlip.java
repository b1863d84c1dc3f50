package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Top and bottom swapped, with probability p.")
@Synonyms({"vflip", "vertical_flip"})
public record RandomVerticalFlip(
    @Doc("The probability.") @Main @Default("0.5") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    return chance.happens(p) ? RandomVerticalFlip::swap : Transform.NONE;
  }

  private static void swap(Image image) {
    int stride = image.width() * image.channels();
    for (int row = 0; row < image.height(); row++) {
      int from = (image.height() - 1 - row) * stride;
      System.arraycopy(image.pixels(), from, image.spare(), row * stride, stride);
    }
    image.flip();
  }
}
