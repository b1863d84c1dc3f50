package bakeoff.layer;

/** One step of a network. A kind is one record here; {@code permits} is the list of all kinds. */
public sealed interface Layer
    permits Conv2d, MaxPool2d, AvgPool2d, Flatten, Dense, Dropout, Activation {

  /**
   * The forward pass.
   *
   * @throws Misfit if the layer cannot work on this input
   */
  <V> V apply(Net<V> net, V x);
}
