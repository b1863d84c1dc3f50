package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc("A function applied to every number.")
public record Activation(@Doc(value = "Which.", example = "relu") @Main ActivationFunction function)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    return net.activate(function, x);
  }
}
