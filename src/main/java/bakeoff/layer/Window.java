package bakeoff.layer;

/** How many places a window has along one side of an image. */
record Window(int input, int window, int stride, Padding padding) {

  int output() {
    return padding.mode() == Padding.Mode.SAME
        ? (input + stride - 1) / stride
        : Math.floorDiv(input + 2 * padding.pixels() - window, stride) + 1;
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
