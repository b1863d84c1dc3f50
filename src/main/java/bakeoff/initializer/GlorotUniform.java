package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc(
    "Weights uniform in ±sqrt(6/(fan_in + fan_out)), biases zero: Keras's default (Glorot and Bengio 2010). With groups, fan_out is of one group; Keras and PyTorch count all filters there.")
@Synonyms({"xavier_uniform"})
public record GlorotUniform() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.uniform(chance, weights, 2, weights.fanIn() + weights.fanOut());
  }
}
