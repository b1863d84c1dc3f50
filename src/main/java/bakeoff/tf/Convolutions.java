package bakeoff.tf;

import bakeoff.layer.Padding;
import bakeoff.layer.Size;
import bakeoff.layer.Sweep;
import bakeoff.layer.Window;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Convolutions of TensorFlow's operations whose gradients are right: explicit padding has none, and
 * that of dilated ones is wrong, so both are operations of their own.
 */
final class Convolutions {

  private static final Size ONE = Size.square(1);

  private final Ops tf;

  Convolutions(Ops tf) {
    this.tf = tf;
  }

  /** A convolution with these strides and one of the paddings that have names. */
  private interface Plain {
    Operand<TFloat32> of(Operand<TFloat32> x, Size strides, Padding.Mode padding);
  }

  Operand<TFloat32> conv2d(Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep) {
    return apply(
        x,
        kernel,
        sweep,
        (y, strides, padding) -> tf.nn.conv2d(y, kernel, window(strides), padding.name()));
  }

  Operand<TFloat32> depthwise(Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep) {
    return apply(
        x,
        kernel,
        sweep,
        (y, strides, padding) ->
            strides.height() == strides.width()
                ? tf.nn.depthwiseConv2dNative(y, kernel, window(strides), padding.name())
                : tf.nn.conv2d(y, asGroups(kernel), window(strides), padding.name()));
  }

  /**
   * TensorFlow's depthwise convolution moves as far down as to the right; grouped ones need not.
   */
  private Operand<TFloat32> asGroups(Operand<TFloat32> kernel) {
    Shape shape = kernel.shape();
    int out = Math.toIntExact(shape.get(2) * shape.get(3));
    int[] grouped = {Math.toIntExact(shape.get(0)), Math.toIntExact(shape.get(1)), 1, out};
    return tf.reshape(kernel, tf.constant(grouped));
  }

  private Operand<TFloat32> apply(
      Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep, Plain plain) {
    if (sweep.isDilated()) {
      return dilated(x, kernel, sweep, plain);
    }
    Padding padding = sweep.padding();
    return plain.of(pad(x, padding.pixels()), sweep.strides(), padding.mode());
  }

  private Operand<TFloat32> pad(Operand<TFloat32> x, int pixels) {
    if (pixels == 0) {
      return x;
    }
    int[][] around = {{0, 0}, {pixels, pixels}, {pixels, pixels}, {0, 0}};
    return tf.pad(x, tf.constant(around), tf.constant(0f));
  }

  /**
   * Every so many rows and columns become an image of their own, which is convolved without
   * dilation; strides then leave out what they pass over.
   */
  private Operand<TFloat32> dilated(
      Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep, Plain plain) {
    Size dilation = sweep.dilation();
    Side rows = new Side(sweep.rows(size(x, 1), size(kernel, 0)), dilation.height());
    Side columns = new Side(sweep.columns(size(x, 2), size(kernel, 1)), dilation.width());
    Operand<TFloat32> apart =
        tf.spaceToBatchNd(
            x,
            tf.constant(new int[] {rows.distance(), columns.distance()}),
            tf.constant(new int[][] {rows.padding(), columns.padding()}));
    Operand<TFloat32> convolved = plain.of(apart, ONE, Padding.Mode.VALID);
    Operand<TFloat32> together =
        tf.batchToSpaceNd(
            convolved,
            tf.constant(new int[] {rows.distance(), columns.distance()}),
            tf.constant(new int[][] {rows.crop(), columns.crop()}));
    boolean strided = sweep.strides().height() > 1 || sweep.strides().width() > 1;
    return strided
        ? new Pools(tf).max(together, ONE, sweep.strides(), Padding.Mode.VALID)
        : together;
  }

  private static int size(Operand<TFloat32> x, int axis) {
    return Math.toIntExact(x.shape().get(axis));
  }

  /** One side of an image that a dilated window moves along, in steps of one. */
  private record Side(Window window, int distance) {

    /** So much that each of the images has as many pixels. */
    int[] padding() {
      return new int[] {window.before(), window.after() + extra()};
    }

    int[] crop() {
      return new int[] {0, extra()};
    }

    private int extra() {
      int padded = window.before() + window.input() + window.after();
      return Math.floorMod(-padded, distance);
    }
  }

  static List<Long> window(Size size) {
    return List.of(1L, (long) size.height(), (long) size.width(), 1L);
  }
}
