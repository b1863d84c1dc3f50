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

  /** Applies layers one after the other; composite layers call it for their parts. */
  V sequence(List<Layer> layers, V x);

  Shape shape(V x);

  /** How many classes the data set has. */
  int classes();

  /** A trainable array of the layer that is being applied; null takes the model's initializer. */
  V weights(Weights weights, @Nullable Initializer initializer);

  V conv2d(V x, V kernel, Size strides, Padding padding);

  V maxPool2d(V x, Size poolSize, Size strides, Padding.Mode padding);

  V avgPool2d(V x, Size poolSize, Size strides, Padding.Mode padding);

  V flatten(V x);

  V matMul(V x, V matrix);

  V addBias(V x, V bias);

  V activate(ActivationFunction function, V x);

  /** Zero with probability {@code rate}, else times 1 / (1 - rate); only while training. */
  V dropout(V x, double rate);
}
