package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Length;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** Height and width: one number for a square, or {@code [height, width]}. */
public record Size(int height, int width) implements Written {

  @Shorthand
  @Doc("The side of a square.")
  public static Size square(@Range(min = 1, max = 65_536) int side) {
    return new Size(side, side);
  }

  @Shorthand
  @Doc("Height and width.")
  public static Size of(
      @Range(min = 1, max = 65_536) @Length(min = 2, max = 2) List<Integer> heightAndWidth) {
    if (heightAndWidth.size() != 2) {
      throw new IllegalArgumentException("[height, width], two whole numbers");
    }
    return new Size(heightAndWidth.get(0), heightAndWidth.get(1));
  }

  @Override
  public Object written() {
    return height == width ? height : List.of(height, width);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
