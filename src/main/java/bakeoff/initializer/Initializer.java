package bakeoff.initializer;

import bakeoff.chance.Chance;
import java.util.function.DoubleSupplier;

/** How weights start. */
public sealed interface Initializer
    permits TorchDefault,
        GlorotUniform,
        GlorotNormal,
        KaimingUniform,
        KaimingNormal,
        LecunUniform,
        LecunNormal,
        Orthogonal,
        Dirac,
        Whitening,
        Zeros,
        Ones,
        Constant {

  /** All the numbers of an array, row-major. */
  float[] fill(Chance chance, Weights weights);

  /** The numbers of an array one after the other. */
  static float[] each(Weights weights, DoubleSupplier draw) {
    float[] numbers = new float[Math.toIntExact(weights.count())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) draw.getAsDouble();
    }
    return numbers;
  }

  /** Zero for a bias; else uniform with variance gain/fan. */
  static float[] uniform(Chance chance, Weights weights, double gain, long fan) {
    double limit = Math.sqrt(3 * gain / (double) fan);
    return each(weights, () -> weights.isBias() ? 0 : chance.uniform(-limit, limit));
  }

  /** Zero for a bias; else normal with variance gain/fan. */
  static float[] normal(Chance chance, Weights weights, double gain, long fan) {
    double deviation = Math.sqrt(gain / (double) fan);
    return each(weights, () -> weights.isBias() ? 0 : deviation * chance.nextGaussian());
  }
}
