package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("All zero.")
@Synonyms({"zero"})
public record Zeros() implements Initializer {

  @Override
  public double draw(Chance chance, Weights weights) {
    return 0;
  }
}
