package bakeoff.initializer;

import bakeoff.chance.Chance;

/** How weights start. */
public sealed interface Initializer
    permits TorchDefault,
        GlorotUniform,
        GlorotNormal,
        KaimingUniform,
        KaimingNormal,
        LecunUniform,
        LecunNormal,
        Zeros {

  /** One number; called {@link Weights#count} times in row-major order. */
  double draw(Chance chance, Weights weights);

  /** All the numbers of an array, row-major. */
  default float[] fill(Chance chance, Weights weights) {
    float[] numbers = new float[Math.toIntExact(weights.count())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) draw(chance, weights);
    }
    return numbers;
  }

  /** Zero for a bias; else uniform with variance gain/fan. */
  static double uniform(Chance chance, Weights weights, double gain, long fan) {
    double limit = Math.sqrt(3 * gain / (double) fan);
    return weights.isBias() ? 0 : chance.uniform(-limit, limit);
  }

  /** Zero for a bias; else normal with variance gain/fan. */
  static double normal(Chance chance, Weights weights, double gain, long fan) {
    return weights.isBias() ? 0 : Math.sqrt(gain / (double) fan) * chance.nextGaussian();
  }
}
