package bakeoff.tf;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.initializer.Initializer;
import bakeoff.initializer.TrainingImages;
import bakeoff.initializer.Weights;
import bakeoff.initializer.Whitening;
import bakeoff.train.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * The arrays that live in a session from step to step: weights, running statistics, and the
 * optimizer's state.
 */
final class Variables {

  private static final long MOST_BYTES = 32L << 20;

  private final Ops tf;
  private final Map<String, Variable> all = new LinkedHashMap<>();
  private final List<Variable> trainable = new ArrayList<>();

  private final @Nullable TrainingImages images;

  /** For weights that do not follow from images. */
  Variables(Ops tf) {
    this(tf, null);
  }

  /**
   * @param images from which some weights may start
   */
  Variables(Ops tf, @Nullable TrainingImages images) {
    this.tf = tf;
    this.images = images;
  }

  /**
   * One array.
   *
   * @param read its value at the start of a step, read once and shared
   * @param value feeds {@code assign}
   */
  record Variable(
      String name,
      List<Integer> shape,
      VarHandleOp handle,
      Operand<TFloat32> read,
      Placeholder<TFloat32> value,
      Op assign,
      Supplier<float[]> initial) {}

  /** The variable of that name; made at the first call. */
  Variable weights(
      String name, Weights weights, Initializer initializer, int seed, boolean learns) {
    Variable known = all.get(name);
    if (known != null) {
      return known;
    }
    long ordinal = all.size();
    Variable made =
        add(
            name,
            weights.shape(),
            () ->
                images != null && initializer instanceof Whitening whitening && !weights.isBias()
                    ? whitening.fill(images, weights)
                    : initializer.fill(Chance.of(seed, Purpose.INITIAL_WEIGHTS, ordinal), weights));
    if (learns) {
      trainable.add(made);
    }
    return made;
  }

  /**
   * A number a channel that follows from the images, not from gradients; made at the first call.
   */
  Variable statistic(String name, int channels, float initial) {
    Variable known = all.get(name);
    return known != null
        ? known
        : add(
            name,
            List.of(channels),
            () -> {
              float[] numbers = new float[channels];
              Arrays.fill(numbers, initial);
              return numbers;
            });
  }

  /** A variable of zeros with the shape of another; made at the first call. */
  Variable zerosLike(Variable other, String suffix) {
    Variable known = all.get(other.name() + "/" + suffix);
    if (known != null) {
      return known;
    }
    int count = other.shape().stream().reduce(1, Math::multiplyExact);
    return add(other.name() + "/" + suffix, other.shape(), () -> new float[count]);
  }

  /** A variable that starts as another; made at the first call. */
  Variable copyOf(Variable other, String suffix) {
    Variable known = all.get(other.name() + "/" + suffix);
    return known != null ? known : add(other.name() + "/" + suffix, other.shape(), other.initial());
  }

  /** Those made so far, in their order. */
  List<Variable> made() {
    return List.copyOf(all.values());
  }

  private Variable add(String name, List<Integer> shape, Supplier<float[]> initial) {
    Shape size = Shape.of(shape.stream().mapToLong(Integer::longValue).toArray());
    VarHandleOp handle = tf.varHandleOp(TFloat32.class, size, VarHandleOp.sharedName(name));
    Operand<TFloat32> read = tf.readVariableOp(handle, TFloat32.class);
    Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(size));
    Op assign = tf.assignVariableOp(handle, value);
    Variable variable = new Variable(name, shape, handle, read, value, assign, initial);
    all.put(name, variable);
    return variable;
  }

  /** What the optimizer changes, in the order in which it was made. */
  List<Variable> trainable() {
    return List.copyOf(trainable);
  }

  void initialize(Session session) {
    assign(session, all.values().stream().map(v -> new Assigned(v, v.initial())).toList());
  }

  Map<String, Array> copy(Session session) {
    Session.Runner runner = session.runner();
    all.values().forEach(variable -> runner.fetch(variable.read().op().name()));
    Map<String, Array> arrays = new TreeMap<>();
    try (var result = runner.run()) {
      int at = 0;
      for (Variable variable : all.values()) {
        TFloat32 tensor = (TFloat32) result.get(at++);
        arrays.put(variable.name(), new Array(variable.shape(), Tensors.read(tensor)));
      }
    }
    return arrays;
  }

  void restore(Session session, Map<String, Array> arrays) {
    if (!arrays.keySet().equals(all.keySet())) {
      throw new IllegalArgumentException("it holds other arrays than this network has");
    }
    List<Assigned> assigned = new ArrayList<>();
    for (Variable variable : all.values()) {
      Array array = arrays.get(variable.name());
      if (array == null || !array.shape().equals(variable.shape())) {
        throw new IllegalArgumentException(variable.name() + " has another shape");
      }
      assigned.add(new Assigned(variable, array::numbers));
    }
    assign(session, assigned);
  }

  void put(Session session, String name, float[] numbers) {
    Variable variable = all.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("no variable " + name);
    }
    assign(session, List.of(new Assigned(variable, () -> numbers)));
  }

  /** What a variable gets. */
  private record Assigned(Variable variable, Supplier<float[]> numbers) {}

  /**
   * Many in one run, since TensorFlow prunes and optimizes the whole graph for each new set of
   * targets; but never many large ones, which would be held twice.
   */
  private static void assign(Session session, List<Assigned> all) {
    int done = 0;
    while (done < all.size()) {
      Session.Runner runner = session.runner();
      List<TFloat32> fed = new ArrayList<>();
      try {
        for (long held = 0; done < all.size() && held < MOST_BYTES; done++) {
          Variable variable = all.get(done).variable();
          TFloat32 tensor = Tensors.of(all.get(done).numbers().get(), variable.shape());
          fed.add(tensor);
          held += tensor.numBytes();
          runner.feed(variable.value().op().name(), tensor);
          runner.addTarget(variable.assign().op().name());
        }
        runner.run().close();
      } finally {
        fed.forEach(TFloat32::close);
      }
    }
  }
}
