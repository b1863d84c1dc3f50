package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Turned about the centre by an angle drawn uniformly from ±degrees; the size stays.")
@Synonyms({"rotation", "rotate"})
public record RandomRotation(
    @Doc(value = "The largest angle, either way.", example = "45") @Main @Range(min = 0, max = 360)
        double degrees,
    @Doc("What stands where no pixel came from, between 0 and 1.")
        @Default("0")
        @Range(min = 0, max = 1)
        double fill,
    @Doc("How a number between pixels is found.") @Default("nearest") Interpolation interpolation,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    Transform turn = turn(chance.uniform(-degrees, degrees));
    // Drawn last: at 1, where it can't fail, the angle is as it was without it.
    return chance.happens(p) ? turn : Transform.NONE;
  }

  /** Positive angles, in degrees, turn left. */
  Transform turn(double by) {
    double angle = StrictMath.toRadians(by);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new Warp(cos, -sin, sin, cos, 0, 0).with(interpolation, fill);
  }
}
