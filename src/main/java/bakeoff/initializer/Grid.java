package bakeoff.initializer;

import java.util.List;

/**
 * A kernel as area x in x out, in this order.
 *
 * @param centre the middle of the area, below and right of it if there are two
 */
record Grid(int area, int centre, int in, int out, int groups) {

  static Grid of(Weights weights) {
    List<Integer> shape = weights.shape();
    int last = shape.size() - 1;
    if (last == 0) {
      return new Grid(1, 0, 1, shape.get(0), 1);
    }
    boolean image = last == 3;
    int area = image ? shape.get(0) * shape.get(1) : 1;
    int centre = image ? shape.get(0) / 2 * shape.get(1) + shape.get(1) / 2 : 0;
    int in = shape.get(last - 1);
    int out = shape.get(last);
    return weights.isDepthwise()
        ? new Grid(area, centre, 1, in * out, in)
        : new Grid(area, centre, in, out, weights.groups());
  }
}
