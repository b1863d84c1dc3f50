package bakeoff.tf;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Combination;
import bakeoff.layer.Dropped;
import bakeoff.layer.Interpolation;
import bakeoff.layer.Layer;
import bakeoff.layer.Margins;
import bakeoff.layer.Net;
import bakeoff.layer.Padding;
import bakeoff.layer.Pool;
import bakeoff.layer.Shape;
import bakeoff.layer.Size;
import bakeoff.layer.Sweep;
import bakeoff.schema.Names;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Builds the graph of a network. Images are batch x height x width x channels. Applied twice, for
 * training and for testing, it uses the same variables both times.
 */
final class TfNet implements Net<Operand<TFloat32>> {

  private final Ops tf;
  private final Convolutions convolutions;
  private final Pools pools;
  private final Normalizations normalizations;
  private final Variables variables;
  private final Initializer initializer;
  private final int seed;
  private final int classes;
  private final @Nullable Operand<TInt64> stepSeed;
  private String path = "";
  private boolean frozen;
  private int dropouts;

  /**
   * @param stepSeed two numbers that address this step's chance; null builds the network for
   *     testing, without dropout, and batch norms by running figures
   */
  TfNet(
      Ops tf,
      Variables variables,
      Initializer initializer,
      int seed,
      int classes,
      @Nullable Operand<TInt64> stepSeed) {
    this.tf = tf;
    this.convolutions = new Convolutions(tf);
    this.pools = new Pools(tf);
    this.normalizations = new Normalizations(tf);
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
      Layer layer = layers.get(i);
      boolean frozenAround = frozen;
      path = outer + i + "." + Names.of(layer.getClass()) + "/";
      frozen |= !layer.trainable();
      y = layer.apply(this, y);
      frozen = frozenAround;
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
  public Operand<TFloat32> part(String name, List<Layer> layers, Operand<TFloat32> x) {
    String outer = path;
    path = outer + name + "/";
    Operand<TFloat32> y = sequence(layers, x);
    path = outer;
    return y;
  }

  @Override
  public Operand<TFloat32> weights(Weights weights, @Nullable Initializer own, boolean trainable) {
    Initializer chosen = own == null ? initializer : own;
    return variables
        .weights(path + weights.name(), weights, chosen, seed, trainable && !frozen)
        .read();
  }

  @Override
  public Operand<TFloat32> conv2d(Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep) {
    return convolutions.conv2d(x, kernel, sweep);
  }

  @Override
  public Operand<TFloat32> depthwiseConv2d(
      Operand<TFloat32> x, Operand<TFloat32> kernel, Sweep sweep) {
    return convolutions.depthwise(x, kernel, sweep);
  }

  @Override
  public Operand<TFloat32> maxPool2d(
      Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return pools.max(x, poolSize, strides, padding);
  }

  @Override
  public Operand<TFloat32> avgPool2d(
      Operand<TFloat32> x, Size poolSize, Size strides, Padding.Mode padding) {
    return pools.mean(x, poolSize, strides, padding);
  }

  @Override
  public Operand<TFloat32> adaptivePool2d(Operand<TFloat32> x, Size output, Pool pool) {
    return pools.adaptive(x, output, pool);
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
  public Operand<TFloat32> dropout(Operand<TFloat32> x, double rate, Dropped dropped) {
    if (stepSeed == null) {
      return x;
    }
    Operand<TInt64> place = tf.constant(new long[] {0, dropouts++});
    Operand<TFloat32> draws =
        tf.random.statelessRandomUniform(drawn(x, dropped), tf.math.add(stepSeed, place));
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(draws, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }

  /** The shape of what is drawn for a batch: one where a draw is for all. */
  private Operand<TInt32> drawn(Operand<TFloat32> x, Dropped dropped) {
    Operand<TInt32> all = tf.shape(x);
    int[] inner = new int[x.shape().numDimensions() - 1];
    Arrays.fill(inner, 1);
    switch (dropped) {
      case NUMBERS -> {
        return all;
      }
      case CHANNELS -> inner[inner.length - 1] = shape(x).channels();
      case EXAMPLES -> {}
    }
    Operand<TInt32> batch = tf.slice(all, tf.constant(new int[1]), tf.constant(new int[] {1}));
    return tf.concat(List.of(batch, tf.constant(inner)), tf.constant(0));
  }

  @Override
  public Operand<TFloat32> batchNorm(
      Operand<TFloat32> x,
      @Nullable Operand<TFloat32> scale,
      @Nullable Operand<TFloat32> offset,
      double momentum,
      double epsilon) {
    int channels = shape(x).channels();
    var running =
        new Normalizations.Running(
            variables.statistic(path + "mean", channels, 0),
            variables.statistic(path + "variance", channels, 1),
            momentum);
    return normalizations.batch(x, scale, offset, running, epsilon, stepSeed != null);
  }

  /** What a step of training has to run besides the optimizer's update. */
  List<Op> updates() {
    return normalizations.updates();
  }

  @Override
  public Operand<TFloat32> normalizePlaces(Operand<TFloat32> x, double epsilon) {
    return normalizations.places(x, epsilon);
  }

  @Override
  public Operand<TFloat32> normalizeGroups(Operand<TFloat32> x, int groups, double epsilon) {
    return normalizations.groups(x, groups, epsilon);
  }

  @Override
  public Operand<TFloat32> padImage(Operand<TFloat32> x, Margins m) {
    int[][] around = {{0, 0}, {m.top(), m.bottom()}, {m.left(), m.right()}, {0, 0}};
    return tf.pad(x, tf.constant(around), tf.constant(0f));
  }

  @Override
  public Operand<TFloat32> padChannels(Operand<TFloat32> x, int added) {
    int[][] around = {{0, 0}, {0, 0}, {0, 0}, {0, added}};
    return tf.pad(x, tf.constant(around), tf.constant(0f));
  }

  @Override
  public Operand<TFloat32> upSample(
      Operand<TFloat32> x, Size factors, Interpolation interpolation) {
    Shape input = shape(x);
    int[] output = {input.height() * factors.height(), input.width() * factors.width()};
    return switch (interpolation) {
      case NEAREST -> tf.image.resizeNearestNeighbor(x, tf.constant(output));
      case BILINEAR ->
          tf.image.resizeBilinear(x, tf.constant(output), ResizeBilinear.halfPixelCenters(true));
    };
  }

  @Override
  public Operand<TFloat32> multiply(Operand<TFloat32> x, double factor) {
    return tf.math.mul(x, tf.constant((float) factor));
  }

  @Override
  public Operand<TFloat32> multiply(Operand<TFloat32> x, Operand<TFloat32> factors) {
    return tf.math.mul(x, factors);
  }

  @Override
  public Operand<TFloat32> multiplyChannels(Operand<TFloat32> image, Operand<TFloat32> row) {
    int[] places = {-1, 1, 1, shape(image).channels()};
    return tf.math.mul(image, tf.reshape(row, tf.constant(places)));
  }

  @Override
  public Operand<TFloat32> combine(Combination combination, List<Operand<TFloat32>> values) {
    Operand<TFloat32> first = values.get(0);
    List<Operand<TFloat32>> rest = values.subList(1, values.size());
    return switch (combination) {
      case SUM -> rest.stream().reduce(first, tf.math::add);
      case PRODUCT -> rest.stream().reduce(first, tf.math::mul);
      case CONCAT ->
          rest.isEmpty() // which TensorFlow refuses
              ? first
              : tf.concat(values, tf.constant(first.shape().numDimensions() - 1));
    };
  }
}
