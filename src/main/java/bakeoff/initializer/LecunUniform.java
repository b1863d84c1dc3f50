package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;

@Doc("Weights uniform in ±sqrt(3/fan_in), biases zero (LeCun et al. 1998).")
public record LecunUniform() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.uniform(chance, weights, 1, weights.fanIn());
  }
}
