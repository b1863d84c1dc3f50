package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** Pixels on the four sides of an image. */
public record Margins(int top, int bottom, int left, int right) implements Written {

  @Shorthand
  @Doc("The same on each side.")
  public static Margins all(@Range(min = 0, max = 4_096) int pixels) {
    return new Margins(pixels, pixels, pixels, pixels);
  }

  @Shorthand
  @Doc("Above and below, left and right; or top, bottom, left, right.")
  public static Margins of(@Range(min = 0, max = 4_096) List<Integer> sides) {
    return switch (sides.size()) {
      case 2 -> new Margins(sides.get(0), sides.get(0), sides.get(1), sides.get(1));
      case 4 -> new Margins(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
      default ->
          throw new IllegalArgumentException(
              "[height, width] or [top, bottom, left, right], whole numbers");
    };
  }

  @Override
  public Object written() {
    if (top != bottom || left != right) {
      return List.of(top, bottom, left, right);
    }
    return top == left ? top : List.of(top, left);
  }
}
