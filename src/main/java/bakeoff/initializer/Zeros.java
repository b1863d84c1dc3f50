package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("All zero.")
@Synonyms({"zero"})
public record Zeros() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return new float[Math.toIntExact(weights.count())];
  }
}
