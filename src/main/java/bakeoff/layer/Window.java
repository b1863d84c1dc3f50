package bakeoff.layer;

/**
 * How many places a window has along one side of an image.
 *
 * @param window from its first number to its last, what lies between dilated ones counted
 */
public record Window(int input, int window, int stride, Padding padding) {

  public int output() {
    return padding.mode() == Padding.Mode.SAME
        ? (input + stride - 1) / stride
        : Math.floorDiv(input + 2 * padding.pixels() - window, stride) + 1;
  }

  /** Zeros above, or on the left. */
  public int before() {
    return padding.mode() == Padding.Mode.SAME ? missing() / 2 : padding.pixels();
  }

  /** Zeros below, or on the right. */
  public int after() {
    return padding.mode() == Padding.Mode.SAME ? missing() - missing() / 2 : padding.pixels();
  }

  private int missing() {
    return Math.max(0, (output() - 1) * stride + window - input);
  }

  String arithmetic() {
    return padding.mode() == Padding.Mode.SAME
        ? "ceil(" + input + "/" + stride + ") = " + output()
        : "floor(("
            + input
            + " + 2·"
            + padding.pixels()
            + " - "
            + window
            + ")/"
            + stride
            + ") + 1 = "
            + output();
  }
}
