package bakeoff.tf;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.initializer.TorchDefault;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Layer;
import bakeoff.layer.Layers;
import bakeoff.layer.Padding;
import bakeoff.layer.Shape;
import bakeoff.layer.Size;
import bakeoff.layer.Units;
import bakeoff.spec.Precision;
import bakeoff.train.Array;
import bakeoff.train.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer in a session, behind a linear one with weights, so that a gradient has to flow through
 * it. The loss is a sum of all outputs with fixed random factors, added up in double.
 */
final class Probe implements AutoCloseable {

  private static final int BATCH = 2;
  private static final int CLASSES = 4;
  private static final long[] STEP = {123, 0};

  private final Graph graph = new Graph();
  private final Variables variables;
  private final Operand<TFloat32> output;
  private final float[] factors;
  private final Output<?>[] gradients;
  private final List<String> names;
  private final Session session;
  private final Map<String, Array> state;

  Probe(Layer layer, Shape input) {
    Ops tf = Ops.create(graph);
    variables = new Variables(tf);
    TfNet net = new TfNet(tf, variables, new TorchDefault(), 5, CLASSES, tf.constant(STEP));
    int count = BATCH * Math.toIntExact(input.count());
    Operand<TFloat32> x =
        tf.reshape(tf.constant(random(1, count)), tf.constant(sizes(BATCH, input)));
    output = net.sequence(List.of(carrier(input), layer), x);
    List<Variables.Variable> weights = variables.trainable();
    names = weights.stream().map(Variables.Variable::name).toList();
    long[] shape = output.shape().asArray();
    factors = random(2, Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact)));
    gradients =
        graph.addGradients(
            "gradients",
            new Output<?>[] {output.asOutput()},
            weights.stream().map(w -> w.read().asOutput()).toArray(Output<?>[]::new),
            new Output<?>[] {
              tf.reshape(tf.constant(factors), tf.constant(shape)).asOutput(),
            });
    session = new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32));
    variables.initialize(session);
    state = variables.copy(session);
  }

  /** Weights and a bias, and an output of the input's shape. */
  private static Layer carrier(Shape input) {
    return input.isImage()
        ? Layers.conv2d(
            input.channels(),
            Size.square(1),
            Size.square(1),
            Padding.of(Padding.Mode.VALID),
            true,
            ActivationFunction.LINEAR,
            null)
        : Layers.dense(Units.of(input.channels()), true, ActivationFunction.LINEAR, null);
  }

  private static long[] sizes(int batch, Shape shape) {
    return LongStream.concat(
            LongStream.of(batch), shape.sizes().stream().mapToLong(Integer::longValue))
        .toArray();
  }

  /** In ±2. */
  private static float[] random(int place, int count) {
    Chance chance = Chance.of(17, Purpose.SHAPES, place);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) chance.uniform(-2, 2);
    }
    return numbers;
  }

  int classes() {
    return CLASSES;
  }

  /** What the graph says before it is run, without the batch. */
  Shape declaredShape() {
    return withoutBatch(output.shape().asArray());
  }

  Shape computedShape() {
    try (var result = session.runner().fetch(output).run()) {
      return withoutBatch(result.get(0).shape().asArray());
    }
  }

  private static Shape withoutBatch(long[] sizes) {
    return Shape.of(IntStream.range(1, sizes.length).map(i -> Math.toIntExact(sizes[i])).toArray());
  }

  double loss() {
    try (var result = session.runner().fetch(output).run()) {
      float[] numbers = Tensors.read((TFloat32) result.get(0));
      return IntStream.range(0, numbers.length)
          .mapToDouble(i -> (double) numbers[i] * factors[i])
          .sum();
    }
  }

  Map<String, float[]> gradients() {
    Session.Runner runner = session.runner();
    Arrays.stream(gradients).forEach(runner::fetch);
    Map<String, float[]> found = new TreeMap<>();
    try (var result = runner.run()) {
      for (int i = 0; i < names.size(); i++) {
        found.put(names.get(i), Tensors.read((TFloat32) result.get(i)));
      }
    }
    return found;
  }

  List<String> names() {
    return new ArrayList<>(names);
  }

  /** The slope of the loss along one weight, by central difference. */
  double slope(String name, int index, float step) {
    Array array = state.get(name);
    if (array == null) {
      throw new AssertionError(name);
    }
    float before = array.numbers()[index];
    float above = before + step;
    float below = before - step;
    double high = lossWith(name, array.numbers(), index, above);
    double low = lossWith(name, array.numbers(), index, below);
    array.numbers()[index] = before;
    variables.put(session, name, array.numbers());
    return (high - low) / ((double) above - below);
  }

  private double lossWith(String name, float[] numbers, int index, float number) {
    numbers[index] = number;
    variables.put(session, name, numbers);
    return loss();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
