package bakeoff.augment;

/**
 * How far each operation goes at most.
 *
 * @param shear the tangent of the angle
 * @param shift in pixels, or, if relative, as a share of the width or the height
 * @param degrees to turn by
 * @param colour how far factors of colour are from 1
 * @param bits that are taken from each byte
 */
record Magnitudes(
    double shear, double shift, boolean isRelative, double degrees, double colour, int bits) {

  /** Magnitudes are chosen from so many, evenly spaced from nothing to the most. */
  static final int BINS = 31;

  /** In whole pixels. */
  int pixels(double share, int size) {
    return (int) (share * shift * (isRelative ? size : 1));
  }
}
