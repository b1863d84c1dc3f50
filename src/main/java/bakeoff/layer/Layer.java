package bakeoff.layer;

import java.util.List;

/** One step of a network. A kind is one record here; {@code permits} is the list of all kinds. */
public sealed interface Layer
    permits Conv2d,
        DepthwiseConv2d,
        SeparableConv2d,
        MaxPool2d,
        AvgPool2d,
        GlobalMaxPool2d,
        GlobalAvgPool2d,
        AdaptiveMaxPool2d,
        AdaptiveAvgPool2d,
        Flatten,
        Dense,
        Dropout,
        SpatialDropout2d,
        StochasticDepth,
        BatchNorm,
        LayerNorm,
        GroupNorm,
        Activation,
        ZeroPadding2d,
        PadChannels,
        UpSampling2d,
        Scale,
        SqueezeExcitation,
        Residual,
        Parallel,
        Sequential,
        Repeat {

  /**
   * The forward pass.
   *
   * @throws Misfit if the layer cannot work on this input
   */
  <V> V apply(Net<V> net, V x);

  /** Whether learning changes the weights in it, and in the layers in it. */
  default boolean trainable() {
    return true;
  }

  /** The layers of a composite layer, as they stand in the file. */
  default List<Layer> inner() {
    return List.of();
  }
}
