package bakeoff.tf;

import bakeoff.spec.TestViews;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A network's outputs for several views of an image. */
final class Views {

  private final Ops tf;
  private final UnaryOperator<Operand<TFloat32>> network;

  Views(Ops tf, UnaryOperator<Operand<TFloat32>> network) {
    this.tf = tf;
    this.network = network;
  }

  /** Batch x classes; a weighted mean over the views. */
  Operand<TFloat32> outputs(TestViews views, Operand<TFloat32> images) {
    return switch (views) {
      case NONE -> network.apply(images);
      case MIRROR -> mirrored(images);
      case MIRROR_TRANSLATE -> translated(images);
    };
  }

  private Operand<TFloat32> mirrored(Operand<TFloat32> images) {
    return half(
        tf.math.add(
            network.apply(images), network.apply(tf.reverse(images, tf.constant(new int[] {2})))));
  }

  private Operand<TFloat32> translated(Operand<TFloat32> images) {
    int[][] around = {{0, 0}, {1, 1}, {1, 1}, {0, 0}};
    Operand<TFloat32> padded = tf.mirrorPad(images, tf.constant(around), "REFLECT");
    Operand<TFloat32> shifted =
        half(tf.math.add(mirrored(window(padded, images, 0)), mirrored(window(padded, images, 2))));
    return half(tf.math.add(mirrored(images), shifted));
  }

  private Operand<TFloat32> window(Operand<TFloat32> padded, Operand<TFloat32> images, int from) {
    long[] size = images.shape().asArray();
    int[] sizes = {-1, Math.toIntExact(size[1]), Math.toIntExact(size[2]), -1};
    return tf.slice(padded, tf.constant(new int[] {0, from, from, 0}), tf.constant(sizes));
  }

  private Operand<TFloat32> half(Operand<TFloat32> sum) {
    return tf.math.mul(sum, tf.constant(0.5f));
  }
}
