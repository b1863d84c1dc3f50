package bakeoff.tf;

import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.ResourceApplyMomentum;
import org.tensorflow.types.TFloat32;

/**
 * The part of the graph that changes the weights; what depends on the step is worked out in Java.
 */
final class Update {

  private final Ops tf;
  private final Variables variables;
  private final Optimizer optimizer;
  private final List<Placeholder<TFloat32>> inputs = new ArrayList<>();
  private final List<TFloat32> values = new ArrayList<>();
  private final Op all;

  /**
   * The gradients are in the order of the weights.
   *
   * @param besides what else a step runs: running statistics that follow the batch's
   */
  Update(
      Ops tf,
      Variables variables,
      Optimizer optimizer,
      List<Variables.Variable> weights,
      Output<?>[] gradients,
      List<Op> besides) {
    this.tf = tf;
    this.variables = variables;
    this.optimizer = optimizer;
    Operand<TFloat32> rate = input("learning_rate");
    Operand<TFloat32> epsilon = optimizer instanceof Adam ? input("epsilon") : rate;
    List<Op> updates = new ArrayList<>(besides);
    for (int i = 0; i < gradients.length; i++) {
      @SuppressWarnings("unchecked") // gradients of float32 weights are float32
      Output<TFloat32> gradient = (Output<TFloat32>) gradients[i];
      updates.add(one(weights.get(i), gradient, rate, epsilon));
    }
    this.all = tf.withControlDependencies(updates).withName("update").noOp();
  }

  private Placeholder<TFloat32> input(String name) {
    Placeholder<TFloat32> input =
        tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    inputs.add(input);
    values.add(TFloat32.scalarOf(0));
    return input;
  }

  private Op one(
      Variables.Variable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      Operand<TFloat32> epsilon) {
    if (optimizer instanceof Sgd sgd) {
      if (sgd.momentum() == 0) {
        return tf.train.resourceApplyGradientDescent(weight.handle(), rate, gradient);
      }
      return tf.train.resourceApplyMomentum(
          weight.handle(),
          variables.zerosLike(weight, "momentum").handle(),
          rate,
          gradient,
          tf.constant((float) sgd.momentum()),
          ResourceApplyMomentum.useNesterov(sgd.nesterov()));
    }
    Adam adam = (Adam) optimizer;
    // With powers of zero the operation's own bias correction is 1: ours is in rate and epsilon.
    return tf.train.resourceApplyAdam(
        weight.handle(),
        variables.zerosLike(weight, "m").handle(),
        variables.zerosLike(weight, "v").handle(),
        tf.constant(0f),
        tf.constant(0f),
        rate,
        tf.constant((float) adam.beta1()),
        tf.constant((float) adam.beta2()),
        epsilon,
        gradient);
  }

  /** Adds the update to a step; {@code step} counts from 0. */
  void addTo(Session.Runner runner, double learningRate, long step) {
    double[] numbers = numbers(learningRate, step);
    for (int i = 0; i < inputs.size(); i++) {
      values.get(i).setFloat((float) numbers[i]);
      runner.feed(inputs.get(i).op().name(), values.get(i));
    }
    runner.addTarget(all.op().name());
  }

  /**
   * Adam's step is rate · m̂ / (sqrt(v̂) + ε) with m̂ = m/(1-β1^t), v̂ = v/(1-β2^t): the same as
   * rate' · m / (sqrt(v) + ε') with the two numbers here.
   */
  private double[] numbers(double learningRate, long step) {
    if (optimizer instanceof Adam adam) {
      double first = 1 - StrictMath.pow(adam.beta1(), step + 1.0);
      double second = Math.sqrt(1 - StrictMath.pow(adam.beta2(), step + 1.0));
      return new double[] {learningRate * second / first, adam.epsilon() * second};
    }
    return new double[] {learningRate};
  }

  void close() {
    values.forEach(TFloat32::close);
  }
}
