package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("Weights uniform in ±sqrt(6/fan_in), biases zero (He et al. 2015).")
@Synonyms({"he_uniform"})
public record KaimingUniform() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.uniform(chance, weights, 2, weights.fanIn());
  }
}
