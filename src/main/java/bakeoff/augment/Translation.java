package bakeoff.augment;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** How far to move at most, as shares of the width and the height. */
public record Translation(double horizontal, double vertical) implements Written {

  @Shorthand
  @Doc("Shares of the width and the height.")
  public static Translation of(@Range(min = 0, max = 1) List<Double> horizontalAndVertical) {
    if (horizontalAndVertical.size() != 2) {
      throw new IllegalArgumentException("[horizontal, vertical], two shares of the size");
    }
    return new Translation(horizontalAndVertical.get(0), horizontalAndVertical.get(1));
  }

  @Override
  public Object written() {
    return List.of(horizontal, vertical);
  }
}
