package bakeoff.layer;

/** The check that layers over height and width share. */
final class Images {

  private Images() {}

  static Shape require(Shape input, String kind) {
    if (!input.isImage()) {
      throw new Misfit(
          kind + " takes an image, height x width x channels, but its input is " + input,
          "move it before the `flatten`");
    }
    return input;
  }
}
