package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Turned, moved, scaled and sheared about the centre, each drawn uniformly; the size stays.")
@Synonyms({"affine", "shift_scale_rotate"})
public record RandomAffine(
    @Doc(value = "The largest angle, either way.", example = "15") @Main @Range(min = 0, max = 360)
        double degrees,
    @Doc("Moved by up to these shares of the width and the height, in whole pixels.")
        @Default("[0, 0]")
        Translation translate,
    @Doc("Enlarged by a factor between these.") @Default("[1, 1]") Interval scale,
    @Doc("Sheared by an angle between these, in degrees.") @Default("0") Shear shear,
    @Doc("What stands where no pixel came from, between 0 and 1.")
        @Default("0")
        @Range(min = 0, max = 1)
        double fill,
    @Doc("How a number between pixels is found.") @Default("nearest") Interpolation interpolation,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    double angle = chance.uniform(-degrees, degrees);
    double right = chance.uniform(-translate.horizontal(), translate.horizontal());
    double down = chance.uniform(-translate.vertical(), translate.vertical());
    double larger = scale.draw(chance);
    return change(angle, right, down, larger, shear.drawX(chance), shear.drawY(chance));
  }

  /**
   * torchvision's order: sheared, turned to the right (clockwise), enlarged, moved. Angles are in
   * degrees, ways in shares of the width and the height.
   */
  Transform change(
      double angle, double right, double down, double larger, double shearX, double shearY) {
    double turn = StrictMath.toRadians(angle);
    double y = StrictMath.toRadians(shearY);
    double tanX = StrictMath.tan(StrictMath.toRadians(shearX));
    double cos = StrictMath.cos(turn - y) / StrictMath.cos(y);
    double sin = StrictMath.sin(turn - y) / StrictMath.cos(y);
    double b = -cos * tanX - StrictMath.sin(turn);
    double d = -sin * tanX + StrictMath.cos(turn);
    // The inverse of ((cos, b), (sin, d)), whose determinant is 1: where a pixel came from.
    Warp still = new Warp(d / larger, -b / larger, -sin / larger, cos / larger, 0, 0);
    return image ->
        still
            .moved(Math.rint(right * image.width()), Math.rint(down * image.height()))
            .apply(image, interpolation, fill);
  }
}
