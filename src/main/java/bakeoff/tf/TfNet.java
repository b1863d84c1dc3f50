package bakeoff.tf;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Layer;
import bakeoff.layer.Net;
import bakeoff.layer.Padding;
import bakeoff.layer.Shape;
import bakeoff.layer.Size;
import bakeoff.schema.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Builds the graph of a network. Images are batch x height x width x channels. Applied twice, for
 * training and for testing, it uses the same variables both times.
 */
final class TfNet implements Net<Operand<TFloat32>> {

  private final Ops tf;
  private final Variables variables;
  private final Initializer initializer;
  private final int seed;
  private final int classes;
  private final @Nullable Operand<TInt64> stepSeed;
  private String path = "";
  private int dropouts;

  /**
   * @param stepSeed two numbers that address this step's chance; null builds the network without
   *     dropout, for testing
   */
  TfNet(
      Ops tf,
      Variables variables,
      Initializer initializer,
      int seed,
      int classes,
      @Nullable Operand<TInt64> stepSeed) {
    this.tf = tf;
    this.variables = variables;
    this.initializer = initializer;
    this.seed = seed;
    this.classes = classes;
    this.stepSeed = stepSeed;
  }

  @Override
  public Operand<TFloat32> sequence(List<Layer> layers, Operand<TFloat32> x) {
    String outer = path;
    Operand<TFloat32> y = x;
    for (int i = 0; i < layers.size(); i++) {
      path = outer + i + "." + Names.of(layers.get(i).getClass()) + "/";
      y = layers.get(i).apply(this, y);
    }
    path = outer;
    return y;
  }

  @Override
  public Shape shape(Operand<TFloat32> x) {
    long[] sizes = x.shape().asArray();
    int[] inner = new int[sizes.length - 1];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = Math.toIntExact(sizes[i + 1]);
    }
    return Shape.of(inner);
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Operand<TFloat32> weights(Weights weights, @Nullable Initializer own) {
    Initializer chosen = own == null ? initializer : own;
    return variables.weights(path + weights.name(), weights, chosen, seed).read();
  }

  @Override
  public Operand<TFloat32> conv2d(
      Operand<TFloat32> x, Operand<TFloat32> kernel, Size strides, Padding padding) {
    return tf.nn.conv2d(pad(x, padding.pixels()), kernel, window(strides), padding.mode().name());
  }

  /**
   * Explicit padding has no gradient in TensorFlow's convolution, so it is an operation of its own.
   */
  private Operand<TFloat32> pad(Operand<TFloat32> x, int pixels) {
    if (pixels == 0) {
      return x;
    }
    int[][] around = {{0, 0}, {pixels, pixels}, {pixels, pixels}, {0, 0}};
    return tf.pad(x, tf.constant(around), tf.constant(0f));
  }

  /**
   * The older of TensorFlow's two operations: the gradient of the newer one, which {@code
   * tf.nn.maxPool} makes, has no oneDNN kernel.
   */
  @Override
  public Operand<TFloat32> maxPool2d(
      Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(x.asOutput())
        .setAttr("ksize", sizes(poolSize))
        .setAttr("strides", sizes(strides))
        .setAttr("padding", padding.name())
        .build()
        .<TFloat32>output(0);
  }

  @Override
  public Operand<TFloat32> avgPool2d(
      Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return tf.nn.avgPool(x, window(poolSize), window(strides), padding.name());
  }

  private static List<Long> window(Size size) {
    return List.of(1L, (long) size.height(), (long) size.width(), 1L);
  }

  private static long[] sizes(Size size) {
    return new long[] {1, size.height(), size.width(), 1};
  }

  @Override
  public Operand<TFloat32> flatten(Operand<TFloat32> x) {
    return tf.reshape(x, tf.constant(new int[] {-1, Math.toIntExact(shape(x).count())}));
  }

  @Override
  public Operand<TFloat32> matMul(Operand<TFloat32> x, Operand<TFloat32> matrix) {
    return tf.linalg.matMul(x, matrix);
  }

  @Override
  public Operand<TFloat32> addBias(Operand<TFloat32> x, Operand<TFloat32> bias) {
    return tf.nn.biasAdd(x, bias);
  }

  @Override
  public Operand<TFloat32> activate(ActivationFunction function, Operand<TFloat32> x) {
    return Activations.apply(tf, function, x);
  }

  @Override
  public Operand<TFloat32> dropout(Operand<TFloat32> x, double rate) {
    if (stepSeed == null) {
      return x;
    }
    Operand<TInt64> place = tf.constant(new long[] {0, dropouts++});
    Operand<TFloat32> draws =
        tf.random.statelessRandomUniform(tf.shape(x), tf.math.add(stepSeed, place));
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(draws, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }
}
