package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("Weights one, biases zero.")
@Synonyms({"one"})
public record Ones() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return new Constant(1).fill(chance, weights);
  }
}
