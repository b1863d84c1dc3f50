package bakeoff.initializer;

import java.util.List;

/**
 * An array of numbers that a layer works with: a kernel, a bias, a factor for each channel.
 *
 * @param name unique within its layer
 * @param shape kernels are height x width x in x out, matrices in x out, as TensorFlow has them;
 *     depthwise kernels height x width x channels x multiplier
 * @param fanIn inputs of one output; a bias has its kernel's
 * @param fanOut outputs one input reaches
 * @param groups of channels that a kernel works on; each channel is one in a depthwise kernel
 */
public record Weights(
    String name, List<Integer> shape, long fanIn, long fanOut, int groups, Role role) {

  /** What the numbers are for. */
  public enum Role {
    KERNEL,
    DEPTHWISE_KERNEL,
    BIAS,
    FACTOR
  }

  public Weights {
    shape = List.copyOf(shape);
  }

  /**
   * A convolution's kernel.
   *
   * @param in channels of the image, of which a filter sees in / groups
   */
  public static Weights kernel(int height, int width, int in, int out, int groups) {
    long area = (long) height * width;
    int seen = in / groups;
    List<Integer> shape = List.of(height, width, seen, out);
    return new Weights("kernel", shape, area * seen, area * out / groups, groups, Role.KERNEL);
  }

  public static Weights depthwise(int height, int width, int channels, int multiplier) {
    long area = (long) height * width;
    List<Integer> shape = List.of(height, width, channels, multiplier);
    return new Weights("kernel", shape, area, area * multiplier, channels, Role.DEPTHWISE_KERNEL);
  }

  public static Weights matrix(int in, int out) {
    return new Weights("kernel", List.of(in, out), in, out, 1, Role.KERNEL);
  }

  /** A number for each channel. */
  public static Weights perChannel(String name, int channels) {
    return new Weights(name, List.of(channels), 1, 1, 1, Role.FACTOR);
  }

  /** The bias that goes with this kernel. */
  public Weights bias() {
    boolean depthwise = role == Role.DEPTHWISE_KERNEL;
    int last = shape.get(shape.size() - 1);
    int out = depthwise ? last * shape.get(shape.size() - 2) : last;
    return new Weights("bias", List.of(out), fanIn, fanOut, 1, Role.BIAS);
  }

  public Weights named(String other) {
    return new Weights(other, shape, fanIn, fanOut, groups, role);
  }

  public boolean isBias() {
    return role == Role.BIAS;
  }

  boolean isDepthwise() {
    return role == Role.DEPTHWISE_KERNEL;
  }

  /** How many numbers. */
  public long count() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
