package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;

/**
 * How many outputs: a number, or as many as the data set has classes (then {@code number} is 0).
 */
public record Units(int number) implements Written {

  /** The numbers of outputs that have names. */
  public enum Named {
    @Doc("As many as the data set has classes.")
    CLASSES
  }

  @Shorthand
  public static Units of(@Range(min = 1) int number) {
    return new Units(number);
  }

  @Shorthand
  public static Units of(Named named) {
    return switch (named) {
      case CLASSES -> new Units(0);
    };
  }

  public int resolve(int classes) {
    return number == 0 ? classes : number;
  }

  @Override
  public Object written() {
    return number == 0 ? Named.CLASSES : number;
  }
}
