package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** A range of numbers above 0 to draw from, written {@code [from, to]}. */
public record Interval(double from, double to) implements Written {

  @Shorthand
  @Doc("From, to.")
  public static Interval of(@Range(above = 0) List<Double> fromAndTo) {
    if (fromAndTo.size() != 2 || fromAndTo.get(0) > fromAndTo.get(1)) {
      throw new IllegalArgumentException("[from, to], two numbers, the smaller first");
    }
    return new Interval(fromAndTo.get(0), fromAndTo.get(1));
  }

  double draw(Chance chance) {
    return chance.uniform(from, to);
  }

  /** Uniform in the logarithm: a half is as likely as a double. */
  double drawLog(Chance chance) {
    return StrictMath.exp(chance.uniform(StrictMath.log(from), StrictMath.log(to)));
  }

  @Override
  public Object written() {
    return List.of(from, to);
  }
}
