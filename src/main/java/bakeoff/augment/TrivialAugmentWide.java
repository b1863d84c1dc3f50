package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "One operation at a random one of 31 strengths (Müller and Hutter 2021): identity, shear x or y, translate x or y, rotate, brightness, color, contrast, sharpness, posterize, solarize, auto-contrast or equalize.")
@Synonyms({"trivial_augment", "trivialaugment"})
public record TrivialAugmentWide(
    @Doc("How a number between pixels is found.") @Default("nearest") Interpolation interpolation,
    @Doc("What stands where no pixel came from, between 0 and 1.")
        @Default("0")
        @Range(min = 0, max = 1)
        double fill,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  /** torchvision's. */
  static final Magnitudes MOST = new Magnitudes(0.99, 32, false, 135, 0.99, 6);

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    Operation operation = Operation.draw(chance);
    double share = chance.nextInt(Magnitudes.BINS) / (Magnitudes.BINS - 1.0);
    boolean otherWay = operation.isSigned() && chance.happens(0.5);
    return operation.by(otherWay ? -share : share, MOST, interpolation, fill);
  }
}
