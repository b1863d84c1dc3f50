package bakeoff.tf;

import bakeoff.layer.Padding;
import bakeoff.layer.Pool;
import bakeoff.layer.Size;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Pools. */
final class Pools {

  private final Ops tf;

  Pools(Ops tf) {
    this.tf = tf;
  }

  /**
   * The older of TensorFlow's two operations: the gradient of the newer one, which {@code
   * tf.nn.maxPool} makes, has no oneDNN kernel.
   */
  Operand<TFloat32> max(Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(x.asOutput())
        .setAttr("ksize", sizes(poolSize))
        .setAttr("strides", sizes(strides))
        .setAttr("padding", padding.name())
        .build()
        .<TFloat32>output(0);
  }

  private static long[] sizes(Size size) {
    return new long[] {1, size.height(), size.width(), 1};
  }

  Operand<TFloat32> mean(Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return tf.nn.avgPool(
        x, Convolutions.window(poolSize), Convolutions.window(strides), padding.name());
  }

  /** Where windows differ in size or overlap, rows are pooled one by one, then columns. */
  Operand<TFloat32> adaptive(Operand<TFloat32> x, Size output, Pool pool) {
    int height = Math.toIntExact(x.shape().get(1));
    int width = Math.toIntExact(x.shape().get(2));
    if (height % output.height() == 0 && width % output.width() == 0) {
      Size window = new Size(height / output.height(), width / output.width());
      return switch (pool) {
        case MAX -> max(x, window, window, Padding.Mode.VALID);
        case MEAN -> mean(x, window, window, Padding.Mode.VALID);
      };
    }
    return along(2, width, output.width(), along(1, height, output.height(), x, pool), pool);
  }

  private Operand<TFloat32> along(int axis, int input, int output, Operand<TFloat32> x, Pool pool) {
    if (input == output) {
      return x;
    }
    Operand<TInt32> axes = tf.constant(new int[] {axis});
    List<Operand<TFloat32>> pooled = new ArrayList<>();
    for (int i = 0; i < output; i++) {
      int from = i * input / output;
      int to = ((i + 1) * input + output - 1) / output;
      int[] begin = {0, 0, 0, 0};
      int[] size = {-1, -1, -1, -1};
      begin[axis] = from;
      size[axis] = to - from;
      Operand<TFloat32> window = tf.slice(x, tf.constant(begin), tf.constant(size));
      pooled.add(
          switch (pool) {
            case MAX -> tf.reduceMax(window, axes, ReduceMax.keepDims(true));
            case MEAN -> tf.math.mean(window, axes, Mean.keepDims(true));
          });
    }
    return tf.concat(pooled, tf.constant(axis));
  }
}
