package bakeoff.layer;

import bakeoff.initializer.Ones;
import bakeoff.initializer.Weights;
import bakeoff.initializer.Zeros;

/** A factor and a term for each channel, which normalizations share. */
record Affine(int channels, boolean trainable) {

  <V> V scale(Net<V> net) {
    return net.weights(Weights.perChannel("scale", channels), new Ones(), trainable);
  }

  <V> V offset(Net<V> net) {
    return net.weights(Weights.perChannel("offset", channels), new Zeros(), trainable);
  }

  <V> V apply(Net<V> net, V x, boolean scale, boolean offset) {
    V scaled = scale ? net.multiply(x, scale(net)) : x;
    return offset ? net.addBias(scaled, offset(net)) : scaled;
  }
}
