package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;

@Doc("Weights normal with variance 1/fan_in, biases zero (LeCun et al. 1998).")
public record LecunNormal() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.normal(chance, weights, 1, weights.fanIn());
  }
}
