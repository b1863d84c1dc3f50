package bakeoff.augment;

import bakeoff.chance.Chance;

/** The symmetric beta distribution on 0 to 1, as a ratio of gamma variates. */
final class Beta {

  private Beta() {}

  /** A draw from Beta(alpha, alpha). */
  static double draw(double alpha, Chance chance) {
    // By logarithms: small alphas give numbers too small to divide.
    double one = logGamma(alpha, chance);
    double other = logGamma(alpha, chance);
    return 1 / (1 + StrictMath.exp(other - one));
  }

  /** The logarithm of a gamma variate (Marsaglia and Tsang 2000, with their boost below 1). */
  private static double logGamma(double shape, Chance chance) {
    if (shape < 1) {
      double boost = StrictMath.log(1 - chance.nextDouble()) / shape;
      return boost + logGamma(shape + 1, chance);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = chance.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      double logUniform = StrictMath.log(1 - chance.nextDouble());
      if (root > 0 && logUniform < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return StrictMath.log(d * v);
      }
    }
  }
}
