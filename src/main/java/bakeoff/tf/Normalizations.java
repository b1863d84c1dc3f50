package bakeoff.tf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Numbers minus their mean, over their standard deviation. */
final class Normalizations {

  private final Ops tf;
  private final List<Op> updates = new ArrayList<>();

  Normalizations(Ops tf) {
    this.tf = tf;
  }

  /** What a step of training has to run for the running figures to follow. */
  List<Op> updates() {
    return updates;
  }

  /** The running figures of a layer; the variance is the unbiased one, as PyTorch's and Keras's. */
  record Running(Variables.Variable mean, Variables.Variable variance, double momentum) {}

  /**
   * By oneDNN's kernel, of which there is one for images alone: a row is an image of one pixel.
   *
   * @param training whether by the batch's own figures, which the running ones then follow
   */
  Operand<TFloat32> batch(
      Operand<TFloat32> x,
      @Nullable Operand<TFloat32> scale,
      @Nullable Operand<TFloat32> offset,
      Running running,
      double epsilon,
      boolean training) {
    int channels = Math.toIntExact(x.shape().get(x.shape().numDimensions() - 1));
    boolean image = x.shape().numDimensions() == 4;
    Operand<TFloat32> places = image ? x : reshape(x, -1, 1, 1, channels);
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> normal =
        tf.nn.fusedBatchNorm(
            places,
            scale == null ? filled(channels, 1) : scale,
            offset == null ? filled(channels, 0) : offset,
            training ? none : running.mean().read(),
            training ? none : running.variance().read(),
            FusedBatchNorm.epsilon((float) epsilon),
            FusedBatchNorm.isTraining(training));
    if (training) {
      follow(running.mean(), normal.batchMean(), running.momentum());
      follow(running.variance(), normal.batchVariance(), running.momentum());
    }
    return image ? normal.y() : reshape(normal.y(), -1, channels);
  }

  private void follow(Variables.Variable running, Operand<TFloat32> batch, double momentum) {
    Operand<TFloat32> kept = tf.math.mul(running.read(), tf.constant((float) momentum));
    Operand<TFloat32> added = tf.math.mul(batch, tf.constant((float) (1 - momentum)));
    updates.add(tf.assignVariableOp(running.handle(), tf.math.add(kept, added)));
  }

  private Operand<TFloat32> filled(int count, float number) {
    return tf.fill(tf.constant(new int[] {count}), tf.constant(number));
  }

  Operand<TFloat32> places(Operand<TFloat32> x, double epsilon) {
    return standard(x, epsilon, x.shape().numDimensions() - 1);
  }

  Operand<TFloat32> groups(Operand<TFloat32> x, int groups, double epsilon) {
    long[] sizes = x.shape().asArray();
    int channels = Math.toIntExact(sizes[sizes.length - 1]);
    int places = sizes.length == 4 ? Math.toIntExact(sizes[1] * sizes[2]) : 1;
    Operand<TFloat32> apart = reshape(x, -1, places, groups, channels / groups);
    Operand<TFloat32> normal = standard(apart, epsilon, 1, 3);
    return sizes.length == 4
        ? reshape(normal, -1, Math.toIntExact(sizes[1]), Math.toIntExact(sizes[2]), channels)
        : reshape(normal, -1, channels);
  }

  private Operand<TFloat32> standard(Operand<TFloat32> x, double epsilon, int... axes) {
    Operand<TFloat32> mean = tf.math.mean(x, tf.constant(axes), Mean.keepDims(true));
    Operand<TFloat32> centred = tf.math.sub(x, mean);
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.square(centred), tf.constant(axes), Mean.keepDims(true));
    Operand<TFloat32> factor = tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon)));
    return tf.math.mul(centred, factor);
  }

  private Operand<TFloat32> reshape(Operand<TFloat32> x, int... sizes) {
    return tf.reshape(x, tf.constant(sizes));
  }
}
