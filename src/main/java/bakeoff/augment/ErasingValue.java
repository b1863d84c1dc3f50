package bakeoff.augment;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;

/**
 * What stands in an erased part: a number, or a random one each (then {@code number} is below 0).
 */
public record ErasingValue(double number) implements Written {

  /** The values that have names. */
  public enum Named {
    @Doc("Uniform in 0 to 1, each number its own.")
    RANDOM
  }

  @Shorthand
  public static ErasingValue of(@Range(min = 0, max = 1) double number) {
    return new ErasingValue(number);
  }

  @Shorthand
  public static ErasingValue of(Named named) {
    return switch (named) {
      case RANDOM -> new ErasingValue(-1);
    };
  }

  boolean isRandom() {
    return number < 0;
  }

  @Override
  public Object written() {
    return isRandom() ? Named.RANDOM : number;
  }
}
