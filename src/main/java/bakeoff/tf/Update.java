package bakeoff.tf;

import bakeoff.optimizer.Optimizer;
import bakeoff.spec.Experiment;
import bakeoff.spec.ParameterGroup;
import bakeoff.spec.Timetable;
import bakeoff.spec.Training;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The part of the graph that changes the weights; what depends on the step is worked out in Java.
 * Phases that freeze other weights have a target each.
 */
final class Update {

  private final Ops tf;
  private final Training training;
  private final Timetable timetable;
  private final Rule rule;
  private final Map<Group, Fed> groups = new LinkedHashMap<>();
  private final Map<BitSet, String> targets = new LinkedHashMap<>();
  private final List<BitSet> frozen = new ArrayList<>();
  private final @Nullable String gather;

  /** Weights that are fed the same numbers; {@code frozen} are phases. */
  private record Group(double rateFactor, double decay, BitSet frozen) {}

  /** What a group is fed. */
  private record Fed(List<Placeholder<TFloat32>> inputs, List<TFloat32> values) {}

  /**
   * The gradients are in the order of the weights.
   *
   * @param besides what else a batch runs: running statistics that follow it
   */
  Update(
      Ops tf,
      Variables variables,
      Experiment experiment,
      List<Variables.Variable> weights,
      Output<?>[] gradients,
      List<Op> besides) {
    this.tf = tf;
    this.training = experiment.training();
    this.timetable = experiment.timetable();
    this.rule = new Rule(tf, variables, training.optimizer());
    List<Operand<TFloat32>> own = new ArrayList<>();
    for (Output<?> gradient : gradients) {
      @SuppressWarnings("unchecked") // gradients of float32 weights are float32
      Output<TFloat32> typed = (Output<TFloat32>) gradient;
      own.add(typed);
    }
    Gathered gathered =
        training.accumulate() == 1 ? null : new Gathered(tf, variables, weights, own, besides);
    this.gather = gathered == null ? null : gathered.target();
    List<Operand<TFloat32>> whole = gathered == null ? own : gathered.sums();
    for (int phase = 0; phase < timetable.phases(); phase++) {
      BitSet still = new BitSet();
      for (int i = 0; i < weights.size(); i++) {
        still.set(i, timetable.frozen(weights.get(i).name()).get(phase));
      }
      frozen.add(still);
      if (!targets.containsKey(still)) {
        List<Op> ops = new ArrayList<>(besides);
        ops.addAll(changes(weights, whole, still));
        if (gathered != null) {
          ops.addAll(gathered.cleared());
        }
        targets.put(still, tf.withControlDependencies(ops).withName("update").noOp().op().name());
      }
    }
  }

  private List<Op> changes(
      List<Variables.Variable> weights, List<Operand<TFloat32>> gradients, BitSet still) {
    List<Variables.Variable> moving = new ArrayList<>();
    List<Operand<TFloat32>> pulls = new ArrayList<>();
    for (int i = still.nextClearBit(0); i < weights.size(); i = still.nextClearBit(i + 1)) {
      moving.add(weights.get(i));
      pulls.add(gradients.get(i));
    }
    Double longest = training.clipNorm();
    List<Operand<TFloat32>> clipped = longest == null ? pulls : clip(pulls, longest);
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < moving.size(); i++) {
      Group group = groupOf(moving.get(i).name());
      Fed fed = groups.computeIfAbsent(group, g -> fed());
      ops.addAll(rule.change(moving.get(i), clipped.get(i), group.decay(), fed.inputs()));
    }
    return ops;
  }

  /** As PyTorch's clip_grad_norm_: times min(1, longest / (norm + 1e-6)). */
  private List<Operand<TFloat32>> clip(List<Operand<TFloat32>> gradients, double longest) {
    if (gradients.isEmpty()) {
      return gradients;
    }
    List<Operand<TFloat32>> halves = new ArrayList<>();
    gradients.forEach(gradient -> halves.add(tf.nn.l2Loss(gradient)));
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.math.addN(halves), tf.constant(2f)));
    Operand<TFloat32> share =
        tf.math.minimum(
            tf.math.div(tf.constant((float) longest), tf.math.add(norm, tf.constant(1e-6f))),
            tf.constant(1f));
    List<Operand<TFloat32>> clipped = new ArrayList<>();
    gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, share)));
    return clipped;
  }

  private Group groupOf(String weight) {
    ParameterGroup given = training.groupOf(weight);
    Optimizer optimizer = training.optimizer();
    Double decay = given == null ? null : given.weightDecay();
    return new Group(
        given == null ? 1 : given.rateFactor(),
        decay == null ? optimizer.weightDecay() : decay,
        timetable.frozen(weight));
  }

  private Fed fed() {
    List<Placeholder<TFloat32>> inputs = new ArrayList<>();
    List<TFloat32> values = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("learning_rate"));
    names.addAll(Rule.inputs(training.optimizer()));
    for (String name : names) {
      inputs.add(tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
      values.add(TFloat32.scalarOf(0));
    }
    return new Fed(inputs, values);
  }

  /** Adds the gradient of a batch that is not a step's last to those before it. */
  void gather(Session.Runner runner) {
    if (gather == null) {
      throw new IllegalStateException("a step has one batch");
    }
    runner.addTarget(gather);
  }

  /** Adds the update to a step; {@code step} counts from 0. */
  void addTo(Session.Runner runner, double learningRate, long step) {
    BitSet still = frozen.get(timetable.phaseOf(step));
    groups.forEach(
        (group, fed) -> {
          double[] numbers =
              Rule.numbers(
                  training.optimizer(),
                  learningRate * group.rateFactor(),
                  group.decay(),
                  timetable.learntBefore(step, group.frozen()));
          for (int i = 0; i < numbers.length; i++) {
            fed.values().get(i).setFloat((float) numbers[i]);
            runner.feed(fed.inputs().get(i).op().name(), fed.values().get(i));
          }
        });
    runner.addTarget(String.valueOf(targets.get(still)));
  }

  void close() {
    groups.values().forEach(fed -> fed.values().forEach(TFloat32::close));
  }
}
