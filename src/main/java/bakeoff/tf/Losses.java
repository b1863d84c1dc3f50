package bakeoff.tf;

import bakeoff.loss.CrossEntropy;
import bakeoff.loss.Loss;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The loss of each image of a batch. */
final class Losses {

  private Losses() {}

  /**
   * @param logits batch x classes
   * @param targets batch x classes, a share of each class
   */
  static Operand<TFloat32> of(
      Ops tf, Loss loss, Operand<TFloat32> logits, Operand<TFloat32> targets, boolean learning) {
    if (loss instanceof CrossEntropy entropy) {
      double smoothing = learning ? entropy.labelSmoothing() : 0;
      Operand<TFloat32> sought = smoothing == 0 ? targets : smooth(tf, targets, smoothing);
      return tf.nn.softmaxCrossEntropyWithLogits(logits, sought).loss();
    }
    return tf.math.mean(tf.math.squaredDifference(logits, targets), tf.constant(1));
  }

  private static Operand<TFloat32> smooth(Ops tf, Operand<TFloat32> targets, double smoothing) {
    long classes = targets.shape().asArray()[1];
    return tf.math.add(
        tf.math.mul(targets, tf.constant((float) (1 - smoothing))),
        tf.constant((float) (smoothing / classes)));
  }
}
