package bakeoff.initializer;

import java.util.List;

/**
 * An array of trainable numbers: a layer's kernel or bias.
 *
 * @param name unique within its layer
 * @param shape kernels are height x width x in x out, matrices in x out, as TensorFlow has them
 * @param fanIn inputs of one output; a bias has its kernel's
 * @param fanOut outputs one input reaches
 */
public record Weights(String name, List<Integer> shape, long fanIn, long fanOut, boolean isBias) {

  public Weights {
    shape = List.copyOf(shape);
  }

  public static Weights kernel(int height, int width, int in, int out) {
    long area = (long) height * width;
    return new Weights("kernel", List.of(height, width, in, out), area * in, area * out, false);
  }

  public static Weights matrix(int in, int out) {
    return new Weights("kernel", List.of(in, out), in, out, false);
  }

  /** The bias that goes with this kernel. */
  public Weights bias() {
    int out = shape.get(shape.size() - 1);
    return new Weights("bias", List.of(out), fanIn, fanOut, true);
  }

  /** How many numbers. */
  public long count() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
