package bakeoff.tf;

import bakeoff.layer.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Activation functions from operations whose gradients are right. */
final class Activations {

  private static final float LEAK = 0.01f;

  private Activations() {}

  static Operand<TFloat32> apply(Ops tf, ActivationFunction function, Operand<TFloat32> x) {
    return switch (function) {
      case LINEAR -> x;
      case RELU -> tf.nn.relu(x);
      case RELU6 -> tf.nn.relu6(x);
      case LEAKY_RELU -> tf.math.maximum(x, tf.math.mul(x, tf.constant(LEAK)));
      case ELU -> tf.nn.elu(x);
      case GELU -> tf.math.mul(x, normal(tf, x));
      case GELU_TANH -> tf.math.mul(x, normalByTanh(tf, x));
      case SILU -> tf.math.mul(x, tf.math.sigmoid(x));
      case HARD_SWISH ->
          tf.math.mul(
              x, tf.math.mul(tf.nn.relu6(tf.math.add(x, tf.constant(3f))), tf.constant(1 / 6f)));
      case TANH -> tf.math.tanh(x);
      case SIGMOID -> tf.math.sigmoid(x);
      case SOFTMAX -> tf.nn.softmax(x);
    };
  }

  /** The standard normal distribution function, (1 + erf(x / sqrt 2)) / 2. */
  private static Operand<TFloat32> normal(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
    return tf.math.mul(tf.math.add(erf, tf.constant(1f)), tf.constant(0.5f));
  }

  /** Its approximation (1 + tanh(sqrt(2/π) (x + 0.044715 x³))) / 2 (Hendrycks and Gimpel 2016). */
  private static Operand<TFloat32> normalByTanh(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> cube = tf.math.mul(tf.math.mul(x, x), x);
    Operand<TFloat32> inner = tf.math.add(x, tf.math.mul(cube, tf.constant(0.044715f)));
    Operand<TFloat32> tanh =
        tf.math.tanh(tf.math.mul(inner, tf.constant((float) Math.sqrt(2 / Math.PI))));
    return tf.math.mul(tf.math.add(tanh, tf.constant(1f)), tf.constant(0.5f));
  }
}
