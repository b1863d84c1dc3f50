package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations a layer may use, over values V: shapes in {@link ShapeNet}, tensors in the
 * TensorFlow package. The summary and the graph come from the same calls, so they cannot disagree.
 */
public interface Net<V> {

  /** Applies layers one after the other; composite layers call it for their layers. */
  V sequence(List<Layer> layers, V x);

  /** Applies one of several parts of a composite layer; the name tells their weights apart. */
  V part(String name, List<Layer> layers, V x);

  Shape shape(V x);

  /** How many classes the data set has. */
  int classes();

  /**
   * An array of the layer that is being applied; null takes the model's initializer.
   *
   * @param trainable whether the optimizer changes it
   */
  V weights(Weights weights, @Nullable Initializer initializer, boolean trainable);

  /**
   * Kernels are height x width x in x out; if the image has g times as many channels as {@code in},
   * these are g groups, each seen by its own share of the filters.
   */
  V conv2d(V x, V kernel, Sweep sweep);

  /**
   * A convolution of every channel on its own; kernels are height x width x channels x multiplier.
   */
  V depthwiseConv2d(V x, V kernel, Sweep sweep);

  V maxPool2d(V x, Size poolSize, Size strides, Padding.Mode padding);

  V avgPool2d(V x, Size poolSize, Size strides, Padding.Mode padding);

  /** Pools an image to a size, however large it is; to 1 x 1 it is a global pool. */
  V adaptivePool2d(V x, Size output, Pool pool);

  V flatten(V x);

  V matMul(V x, V matrix);

  V addBias(V x, V bias);

  V activate(ActivationFunction function, V x);

  /** Zero with probability {@code rate}, else times 1 / (1 - rate); only while training. */
  V dropout(V x, double rate, Dropped dropped);

  /**
   * Each channel minus its mean over all images and places, over its standard deviation, times
   * scale, plus offset. While training these are the batch's figures; else the running ones, of
   * which each step keeps the share {@code momentum}.
   *
   * @param scale a number a channel; null is 1
   * @param offset a number a channel; null is 0
   */
  V batchNorm(V x, @Nullable V scale, @Nullable V offset, double momentum, double epsilon);

  /** The channels of each place of each image, minus their mean, over their standard deviation. */
  V normalizePlaces(V x, double epsilon);

  /** Each group of channels of each image, minus its mean, over its standard deviation. */
  V normalizeGroups(V x, int groups, double epsilon);

  /** Zeros around an image. */
  V padImage(V x, Margins margins);

  /** Channels of zeros after the others. */
  V padChannels(V x, int added);

  V upSample(V x, Size factors, Interpolation interpolation);

  V multiply(V x, double factor);

  /** Times one number, or one number a channel. */
  V multiply(V x, V factors);

  /** Each channel of an image times its number in a row. */
  V multiplyChannels(V image, V row);

  /** Values of the same shape; to be joined their channels may differ. */
  V combine(Combination combination, List<V> values);
}
