package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Colour taken away, with probability p; there are as many channels as before.")
@Synonyms({"grayscale", "greyscale", "to_gray", "random_greyscale"})
public record RandomGrayscale(
    @Doc("The probability.") @Main @Default("0.1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    return chance.happens(p) ? image -> Colour.saturation(image, 0) : Transform.NONE;
  }
}
