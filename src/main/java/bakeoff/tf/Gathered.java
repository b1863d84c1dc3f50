package bakeoff.tf;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradients that are summed over the batches of a step; between steps the sums are zero. */
final class Gathered {

  private final List<Operand<TFloat32>> sums = new ArrayList<>();
  private final List<Op> cleared = new ArrayList<>();
  private final String target;

  /**
   * @param gradients of one batch, each image weighing 1 / images of the step
   * @param besides what else a batch runs
   */
  Gathered(
      Ops tf,
      Variables variables,
      List<Variables.Variable> weights,
      List<Operand<TFloat32>> gradients,
      List<Op> besides) {
    List<Op> gathering = new ArrayList<>(besides);
    for (int i = 0; i < gradients.size(); i++) {
      Variables.Variable sum = variables.zerosLike(weights.get(i), "gathered");
      gathering.add(tf.assignAddVariableOp(sum.handle(), gradients.get(i)));
      Operand<TFloat32> whole = tf.math.add(sum.read(), gradients.get(i));
      sums.add(whole);
      cleared.add(
          tf.withControlDependencies(whole)
              .assignVariableOp(sum.handle(), tf.zerosLike(gradients.get(i))));
    }
    this.target = tf.withControlDependencies(gathering).withName("gather").noOp().op().name();
  }

  /** The gradients of a whole step, in its last batch. */
  List<Operand<TFloat32>> sums() {
    return List.copyOf(sums);
  }

  List<Op> cleared() {
    return List.copyOf(cleared);
  }

  String target() {
    return target;
  }
}
