package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc(
    "Weights normal with variance 2/(fan_in + fan_out), biases zero (Glorot and Bengio 2010). With groups, fan_out is of one group; Keras and PyTorch count all filters there.")
@Synonyms({"xavier_normal"})
public record GlorotNormal() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.normal(chance, weights, 2, weights.fanIn() + weights.fanOut());
  }
}
