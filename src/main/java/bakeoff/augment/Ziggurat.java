package bakeoff.augment;

import bakeoff.chance.Chance;

/**
 * Standard normal numbers without a logarithm each (Marsaglia and Tsang 2000, in the form of
 * Doornik 2005): layers of equal area under the density, of which most lie wholly below it.
 */
final class Ziggurat {

  private static final int LAYERS = 128;

  /** Where the tail begins, and the area of a layer. */
  private static final double TAIL = 3.442619855899;

  private static final double AREA = 9.91256303526217e-3;

  /** The right ends of the layers, from the lowest, which holds the tail, to the top. */
  private static final double[] ENDS = ends();

  private Ziggurat() {}

  private static double[] ends() {
    double[] ends = new double[LAYERS + 1];
    double density = density(TAIL);
    ends[0] = AREA / density;
    ends[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      ends[i] = Math.sqrt(-2 * StrictMath.log(AREA / ends[i - 1] + density));
      density = density(ends[i]);
    }
    return ends;
  }

  /** But for a factor. */
  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  static double next(Chance chance) {
    while (true) {
      long bits = chance.nextLong();
      int layer = (int) bits & (LAYERS - 1);
      double share = (bits >> 10) * 0x1p-53;
      double x = share * ENDS[layer];
      if (Math.abs(x) < ENDS[layer + 1]) {
        return x;
      }
      if (layer == 0) {
        return share < 0 ? -tail(chance) : tail(chance);
      }
      double below = density(ENDS[layer]);
      double above = density(ENDS[layer + 1]);
      if (below + chance.nextDouble() * (above - below) < density(x)) {
        return x;
      }
    }
  }

  private static double tail(Chance chance) {
    double beyond;
    double bound;
    do {
      beyond = -StrictMath.log(1 - chance.nextDouble()) / TAIL;
      bound = -2 * StrictMath.log(1 - chance.nextDouble());
    } while (bound < beyond * beyond);
    return TAIL + beyond;
  }
}
