package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("Weights normal with variance 2/fan_in, biases zero (He et al. 2015).")
@Synonyms({"he_normal"})
public record KaimingNormal() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.normal(chance, weights, 2, weights.fanIn());
  }
}
