package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Some operations one after the other, all equally strong (Cubuk and others 2020), each one of: identity, shear x or y, translate x or y, rotate, brightness, color, contrast, sharpness, posterize, solarize, auto-contrast, equalize.")
@Synonyms({"randaugment"})
public record RandAugment(
    @Doc("How many operations.") @Default("2") @Range(min = 1, max = 100) @Synonyms({"n"})
        int numOps,
    @Doc("How strong, out of 30.") @Default("9") @Range(min = 0, max = 30) @Synonyms({"m"})
        int magnitude,
    @Doc("How a number between pixels is found.") @Default("nearest") Interpolation interpolation,
    @Doc("What stands where no pixel came from, between 0 and 1.")
        @Default("0")
        @Range(min = 0, max = 1)
        double fill,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  /** torchvision's; it moves by up to 150 of ImageNet's 331 pixels. */
  static final Magnitudes MOST = new Magnitudes(0.3, 150 / 331.0, true, 30, 0.9, 4);

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    double share = magnitude / (Magnitudes.BINS - 1.0);
    Transform all = Transform.NONE;
    for (int i = 0; i < numOps; i++) {
      Operation operation = Operation.draw(chance);
      boolean otherWay = operation.isSigned() && chance.happens(0.5);
      Transform before = all;
      Transform next = operation.by(otherWay ? -share : share, MOST, interpolation, fill);
      all =
          image -> {
            before.apply(image);
            next.apply(image);
          };
    }
    return all;
  }
}
