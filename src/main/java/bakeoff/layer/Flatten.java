package bakeoff.layer;

import bakeoff.schema.Doc;

@Doc("Rows, columns and channels, in this order, as one row of numbers.")
public record Flatten() implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    return net.flatten(x);
  }
}
