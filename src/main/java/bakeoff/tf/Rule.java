package bakeoff.tf;

import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Adamw;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Rmsprop;
import bakeoff.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyMomentum;
import org.tensorflow.types.TFloat32;

/** How an optimizer changes one weight, in as few operations as there are kernels for. */
final class Rule {

  private final Ops tf;
  private final Variables variables;
  private final Optimizer optimizer;

  Rule(Ops tf, Variables variables, Optimizer optimizer) {
    this.tf = tf;
    this.variables = variables;
    this.optimizer = optimizer;
  }

  /** What a rule is fed besides the rate; see {@link #numbers}. */
  static List<String> inputs(Optimizer optimizer) {
    if (optimizer instanceof Adam) {
      return List.of("epsilon");
    }
    if (optimizer instanceof Adamw) {
      return List.of("epsilon", "shrink");
    }
    boolean damped = optimizer instanceof Sgd sgd && sgd.dampening() != 0;
    return damped ? List.of("undamped") : List.of();
  }

  /**
   * The rate as it is fed, and the inputs after it. Adam's step is rate · m̂ / (sqrt(v̂) + ε) with
   * m̂ = m/(1-β1^t), v̂ = v/(1-β2^t): the same as rate' · m / (sqrt(v) + ε') with the two numbers
   * here.
   *
   * @param learnt how many steps changed the weight before
   */
  static double[] numbers(Optimizer optimizer, double rate, double decay, long learnt) {
    if (optimizer instanceof Adam adam) {
      double first = 1 - StrictMath.pow(adam.beta1(), learnt + 1.0);
      double second = Math.sqrt(1 - StrictMath.pow(adam.beta2(), learnt + 1.0));
      return new double[] {rate * second / first, adam.epsilon() * second};
    }
    if (optimizer instanceof Adamw adamw) {
      double[] adam = numbers(adamw.adam(), rate, 0, learnt);
      return new double[] {adam[0], adam[1], rate * decay};
    }
    boolean damped = optimizer instanceof Sgd sgd && sgd.dampening() != 0;
    return damped
        ? new double[] {rate, learnt == 0 ? 1 : 1 - ((Sgd) optimizer).dampening()}
        : new double[] {rate};
  }

  /**
   * The operations of a step.
   *
   * @param inputs the rate, and what else there is
   */
  List<Op> change(
      Variables.Variable weight,
      Operand<TFloat32> gradient,
      double decay,
      List<? extends Operand<TFloat32>> inputs) {
    Operand<TFloat32> rate = inputs.get(0);
    if (optimizer instanceof Adamw adamw) {
      Operand<TFloat32> whole = weight.read();
      Op shrunk =
          decay == 0
              ? tf.noOp()
              : tf.train.resourceApplyGradientDescent(weight.handle(), inputs.get(2), whole);
      Ops after = tf.withControlDependencies(shrunk);
      return List.of(adam(after, adamw.adam(), weight, gradient, rate, inputs.get(1)));
    }
    Operand<TFloat32> pull = decay == 0 ? gradient : decayed(weight, gradient, decay);
    if (optimizer instanceof Adam adam) {
      return List.of(adam(tf, adam, weight, pull, rate, inputs.get(1)));
    }
    if (optimizer instanceof Sgd sgd) {
      Operand<TFloat32> damped = sgd.dampening() == 0 ? pull : tf.math.mul(pull, inputs.get(1));
      return List.of(momentum(weight, damped, rate, sgd.momentum(), sgd.nesterov()));
    }
    return rmsprop((Rmsprop) optimizer, weight, pull, rate);
  }

  private Operand<TFloat32> decayed(
      Variables.Variable weight, Operand<TFloat32> gradient, double decay) {
    return tf.math.add(gradient, tf.math.mul(weight.read(), tf.constant((float) decay)));
  }

  private Op momentum(
      Variables.Variable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      double momentum,
      boolean nesterov) {
    if (momentum == 0) {
      return tf.train.resourceApplyGradientDescent(weight.handle(), rate, gradient);
    }
    return tf.train.resourceApplyMomentum(
        weight.handle(),
        variables.zerosLike(weight, "momentum").handle(),
        rate,
        gradient,
        tf.constant((float) momentum),
        ResourceApplyMomentum.useNesterov(nesterov));
  }

  /** With powers of zero the operation's own bias correction is 1: ours is in rate and epsilon. */
  private Op adam(
      Ops ops,
      Adam adam,
      Variables.Variable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      Operand<TFloat32> epsilon) {
    return ops.train.resourceApplyAdam(
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

  /** TensorFlow's own operation has epsilon under the root, and the rate in the velocity. */
  private List<Op> rmsprop(
      Rmsprop rmsprop,
      Variables.Variable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate) {
    List<Op> ops = new ArrayList<>();
    Operand<TFloat32> square =
        mean(variables.zerosLike(weight, "v"), tf.math.square(gradient), rmsprop.alpha(), ops);
    if (rmsprop.centered()) {
      Operand<TFloat32> mean =
          mean(variables.zerosLike(weight, "m"), gradient, rmsprop.alpha(), ops);
      square = tf.math.maximum(tf.math.sub(square, tf.math.square(mean)), tf.constant(0f));
    }
    Operand<TFloat32> root =
        tf.math.add(tf.math.sqrt(square), tf.constant((float) rmsprop.epsilon()));
    ops.add(momentum(weight, tf.math.div(gradient, root), rate, rmsprop.momentum(), false));
    return ops;
  }

  /** A running mean's next value. */
  private Operand<TFloat32> mean(
      Variables.Variable running, Operand<TFloat32> value, double kept, List<Op> ops) {
    Operand<TFloat32> next =
        tf.math.add(
            tf.math.mul(running.read(), tf.constant((float) kept)),
            tf.math.mul(value, tf.constant((float) (1 - kept))));
    ops.add(tf.assignVariableOp(running.handle(), next));
    return next;
  }
}
