package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc("Weights all the same number, biases zero.")
public record Constant(@Doc(value = "The number.", example = "0.5") @Main double value)
    implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    return Initializer.each(weights, () -> weights.isBias() ? 0 : value);
  }
}
