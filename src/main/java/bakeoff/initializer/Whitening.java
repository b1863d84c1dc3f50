package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

@Doc(
    "For a first convolution: filters whose answers to the training images' patches are uncorrelated"
        + " and as large as each other, and their negatives; biases zero (Page 2018).")
public record Whitening(
    @Doc("How many training images, from the first, patches are taken from.")
        @Default("5000")
        @Range(min = 1, max = 1_000_000)
        int images,
    @Doc("Added to each variance.") @Default("5e-4") @Range(above = 0) @Synonyms({"eps"})
        double epsilon)
    implements Initializer {

  /** Of a bias; a kernel needs {@link #fill(TrainingImages, Weights)}. */
  @Override
  public float[] fill(Chance chance, Weights weights) {
    if (!weights.isBias()) {
      throw new IllegalStateException("whitening needs training images");
    }
    return new Zeros().fill(chance, weights);
  }

  /**
   * The eigenvectors of the patches' second moments, those of the largest first, each over the root
   * of its own; then their negatives.
   *
   * @param weights a kernel, height x width x in x out, with at most twice as many filters as a
   *     patch has numbers
   */
  public float[] fill(TrainingImages images, Weights weights) {
    int height = weights.shape().get(0);
    int width = weights.shape().get(1);
    int filters = weights.shape().get(3);
    int size = height * width * weights.shape().get(2);
    EigenDecomposition found =
        new EigenDecomposition(new Array2DRowRealMatrix(moments(images, height, width, size)));
    float[] numbers = new float[size * filters];
    for (int filter = 0; filter < filters / 2; filter++) {
      double scale = 1 / Math.sqrt(found.getRealEigenvalue(filter) + epsilon);
      for (int place = 0; place < size; place++) {
        double number = found.getEigenvector(filter).getEntry(place) * scale;
        numbers[place * filters + filter] = (float) number;
        numbers[place * filters + filters / 2 + filter] = (float) -number;
      }
    }
    return numbers;
  }

  /** The mean over all patches of the products of each two of their numbers. */
  private double[][] moments(TrainingImages from, int height, int width, int size) {
    int count = Math.min(images, from.count());
    int channels = from.channels();
    int row = from.width() * channels;
    float[] image = new float[from.height() * row];
    double[] patch = new double[size];
    double[][] sums = new double[size][size];
    long patches = 0;
    for (int i = 0; i < count; i++) {
      from.read(i, image);
      for (int y = 0; y + height <= from.height(); y++) {
        for (int x = 0; x + width <= from.width(); x++, patches++) {
          for (int k = 0; k < size; k++) {
            patch[k] =
                image[(y + k / (width * channels)) * row + x * channels + k % (width * channels)];
          }
          add(patch, sums);
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        sums[a][b] /= patches;
        sums[b][a] = sums[a][b];
      }
    }
    return sums;
  }

  private static void add(double[] patch, double[][] sums) {
    for (int a = 0; a < patch.length; a++) {
      for (int b = 0; b <= a; b++) {
        sums[a][b] += patch[a] * patch[b];
      }
    }
  }
}
