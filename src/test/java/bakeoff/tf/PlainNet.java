package bakeoff.tf;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import java.util.Map;

/**
 * One network and its gradient in double precision by plain loops, to hold TensorFlow's against: a
 * convolution of 3x5 windows, strides 2x3, one pixel of zeros around 32x32x3; relu; the largest of
 * 2x2; flatten; dense.
 */
final class PlainNet {

  static final String LAYERS =
      """
      - conv2d: {filters: 4, kernel_size: [3, 5], strides: [2, 3], padding: 1, activation: relu}
      - max_pool2d: 2
      - flatten
      - dense: classes
      """;

  private static final int SIDE = 32;
  private static final int IN = 3;
  private static final int FILTERS = 4;
  private static final int ROWS = 16;
  private static final int COLUMNS = 10;
  private static final int UNITS = ROWS / 2 * (COLUMNS / 2) * FILTERS;
  private static final int CLASSES = 10;

  /** Kernel, its bias, matrix, its bias: row-major, as TensorFlow has them. */
  static final String[] NAMES = {
    "0.conv2d/kernel", "0.conv2d/bias", "3.dense/kernel", "3.dense/bias"
  };

  private final double[][] weights = new double[NAMES.length][];
  private double loss;

  PlainNet(Map<String, Array> state) {
    for (int i = 0; i < NAMES.length; i++) {
      Array array = state.get(NAMES[i]);
      if (array == null) {
        throw new AssertionError(NAMES[i] + " is not among " + state.keySet());
      }
      weights[i] = new double[array.numbers().length];
      for (int j = 0; j < weights[i].length; j++) {
        weights[i][j] = array.numbers()[j];
      }
    }
  }

  double[][] weights() {
    return weights;
  }

  /** The sum of the losses of the last batch. */
  double loss() {
    return loss;
  }

  /** Of the batch's mean loss, in the order of the names. */
  double[][] gradient(Batch batch) {
    double[][] gradient = new double[NAMES.length][];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = new double[weights[i].length];
    }
    loss = 0;
    for (int image = 0; image < batch.size(); image++) {
      addGradient(batch, image, gradient);
    }
    return gradient;
  }

  private void addGradient(Batch batch, int image, double[][] gradient) {
    double[] units = new double[UNITS];
    int[] winners = new int[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int place = 0; place < 4; place++) {
        double value = convolution(batch, image, unit, place);
        if (value > best) {
          best = value;
          winners[unit] = place;
        }
      }
      units[unit] = Math.max(best, 0);
    }
    double[] error = softmax(units);
    for (int c = 0; c < CLASSES; c++) {
      double target = batch.targets()[image * CLASSES + c];
      loss -= target * Math.log(error[c]);
      error[c] -= target;
      gradient[3][c] += error[c] / batch.size();
    }
    for (int unit = 0; unit < UNITS; unit++) {
      double back = 0;
      for (int c = 0; c < CLASSES; c++) {
        gradient[2][unit * CLASSES + c] += units[unit] * error[c] / batch.size();
        back += weights[2][unit * CLASSES + c] * error[c] / batch.size();
      }
      if (units[unit] > 0) {
        addToKernel(batch, image, unit, winners[unit], back, gradient);
      }
    }
  }

  private double[] softmax(double[] units) {
    double[] shares = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      double logit = weights[3][c];
      for (int unit = 0; unit < UNITS; unit++) {
        logit += units[unit] * weights[2][unit * CLASSES + c];
      }
      shares[c] = Math.exp(logit);
      sum += shares[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  /** One of the four places of the convolution that a unit of the pooled image looks at. */
  private double convolution(Batch batch, int image, int unit, int place) {
    int filter = unit % FILTERS;
    double sum = weights[1][filter];
    for (int window = 0; window < 3 * 5 * IN; window++) {
      sum += pixel(batch, image, unit, place, window) * weights[0][window * FILTERS + filter];
    }
    return sum;
  }

  private static void addToKernel(
      Batch batch, int image, int unit, int place, double back, double[][] gradient) {
    int filter = unit % FILTERS;
    gradient[1][filter] += back;
    for (int window = 0; window < 3 * 5 * IN; window++) {
      gradient[0][window * FILTERS + filter] += back * pixel(batch, image, unit, place, window);
    }
  }

  /** The number under a place of the window: row, column and channel in {@code window}. */
  private static double pixel(Batch batch, int image, int unit, int place, int window) {
    int pooledRow = unit / FILTERS / (COLUMNS / 2);
    int pooledColumn = unit / FILTERS % (COLUMNS / 2);
    int row = (2 * pooledRow + place / 2) * 2 - 1 + window / (5 * IN);
    int column = (2 * pooledColumn + place % 2) * 3 - 1 + window / IN % 5;
    boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
    return inside ? batch.images()[((image * SIDE + row) * SIDE + column) * IN + window % IN] : 0;
  }
}
