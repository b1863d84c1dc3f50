package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc(
    "The filters are orthogonal to each other, or, if they are more than their numbers, those are; biases zero (Saxe et al. 2014).")
public record Orthogonal(
    @Doc("The length of each.") @Default("1") @Main @Range(above = 0) double gain)
    implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    if (weights.isBias()) {
      return new Zeros().fill(chance, weights);
    }
    Grid grid = Grid.of(weights);
    int in = grid.area() * grid.in();
    int out = grid.out();
    boolean tall = in >= out;
    double[][] vectors = new double[Math.min(in, out)][Math.max(in, out)];
    for (double[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = chance.nextGaussian();
      }
    }
    makeOrthonormal(vectors);
    float[] numbers = new float[in * out];
    for (int i = 0; i < in; i++) {
      for (int j = 0; j < out; j++) {
        numbers[i * out + j] = (float) (gain * (tall ? vectors[j][i] : vectors[i][j]));
      }
    }
    return numbers;
  }

  /** Gram and Schmidt's method, each vector twice, after which rounding no longer shows. */
  private static void makeOrthonormal(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double along = product(vectors[i], vectors[j]);
          for (int k = 0; k < vectors[i].length; k++) {
            vectors[i][k] -= along * vectors[j][k];
          }
        }
      }
      double length = Math.sqrt(product(vectors[i], vectors[i]));
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] /= length;
      }
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
