package bakeoff.augment;

import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;

/** The side of a square around a pixel: 1, 3, 5 and so on. */
public record OddSize(int side) implements Written {

  @Shorthand
  public static OddSize of(@Range(min = 1, max = 4_095) int side) {
    if (side % 2 == 0) {
      throw new IllegalArgumentException("an odd number, so that there is a middle");
    }
    return new OddSize(side);
  }

  /** How far it reaches from the middle. */
  int reach() {
    return side / 2;
  }

  @Override
  public Object written() {
    return side;
  }
}
