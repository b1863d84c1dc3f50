package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** Angles to shear by, in degrees: along x from one to another, then along y. */
public record Shear(double fromX, double toX, double fromY, double toY) implements Written {

  @Shorthand
  @Doc("Along x, either way.")
  public static Shear of(@Range(min = 0, below = 90) double x) {
    return new Shear(-x, x, 0, 0);
  }

  @Shorthand
  @Doc("From, to along x; or these and from, to along y.")
  public static Shear of(@Range(above = -90, below = 90) List<Double> limits) {
    int given = limits.size();
    boolean ordered = true;
    for (int i = 0; i + 1 < given; i += 2) {
      ordered &= limits.get(i) <= limits.get(i + 1);
    }
    if ((given != 2 && given != 4) || !ordered) {
      throw new IllegalArgumentException("[from, to], or [from, to, from, to] along x and y");
    }
    return given == 2
        ? new Shear(limits.get(0), limits.get(1), 0, 0)
        : new Shear(limits.get(0), limits.get(1), limits.get(2), limits.get(3));
  }

  double drawX(Chance chance) {
    return chance.uniform(fromX, toX);
  }

  double drawY(Chance chance) {
    return chance.uniform(fromY, toY);
  }

  @Override
  public Object written() {
    boolean onlyX = fromY == 0 && toY == 0;
    if (onlyX && fromX == -toX) {
      return toX;
    }
    return onlyX ? List.of(fromX, toX) : List.of(fromX, toX, fromY, toY);
  }
}
