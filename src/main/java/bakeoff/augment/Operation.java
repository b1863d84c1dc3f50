package bakeoff.augment;

/** The operations that {@link TrivialAugmentWide} and {@link RandAugment} choose from. */
enum Operation {
  IDENTITY,
  SHEAR_X,
  SHEAR_Y,
  TRANSLATE_X,
  TRANSLATE_Y,
  ROTATE,
  BRIGHTNESS,
  COLOR,
  CONTRAST,
  SHARPNESS,
  POSTERIZE,
  SOLARIZE,
  AUTO_CONTRAST,
  EQUALIZE;

  private static final Operation[] ALL = values();

  static Operation draw(bakeoff.chance.Chance chance) {
    return ALL[chance.nextInt(ALL.length)];
  }

  /** Whether it can go either way. */
  boolean isSigned() {
    return switch (this) {
      case SHEAR_X, SHEAR_Y, TRANSLATE_X, TRANSLATE_Y, ROTATE -> true;
      case BRIGHTNESS, COLOR, CONTRAST, SHARPNESS -> true;
      case IDENTITY, POSTERIZE, SOLARIZE, AUTO_CONTRAST, EQUALIZE -> false;
    };
  }

  /**
   * @param share how far to go, from 0 to 1, or down to -1 the other way
   */
  Transform by(double share, Magnitudes most, Interpolation interpolation, double fill) {
    double factor = 1 + share * most.colour();
    return switch (this) {
      case IDENTITY -> Transform.NONE;
      case SHEAR_X -> shear(share * most.shear(), 0, interpolation, fill);
      case SHEAR_Y -> shear(0, share * most.shear(), interpolation, fill);
      case TRANSLATE_X ->
          image -> shift(image, most.pixels(share, image.width()), 0, interpolation, fill);
      case TRANSLATE_Y ->
          image -> shift(image, 0, most.pixels(share, image.height()), interpolation, fill);
      case ROTATE -> new RandomRotation(0, fill, interpolation, 1).turn(share * most.degrees());
      case BRIGHTNESS -> image -> Colour.brightness(image, factor);
      case COLOR -> image -> Colour.saturation(image, factor);
      case CONTRAST -> image -> Colour.contrast(image, factor);
      case SHARPNESS -> image -> Tone.sharpness(image, factor);
      case POSTERIZE -> image -> Tone.posterize(image, (int) Math.rint(share * most.bits()));
      case SOLARIZE -> image -> Tone.solarize(image, 1 - share);
      case AUTO_CONTRAST -> Tone::autoContrast;
      case EQUALIZE -> Tone::equalize;
    };
  }

  /** About the upper left corner, as torchvision's. */
  private static Transform shear(double x, double y, Interpolation interpolation, double fill) {
    return image ->
        new Warp(1, x, y, 1, x * image.height() / 2, y * image.width() / 2)
            .apply(image, interpolation, fill);
  }

  private static void shift(
      Image image, int right, int down, Interpolation interpolation, double fill) {
    new Warp(1, 0, 0, 1, -right, -down).apply(image, interpolation, fill);
  }
}
