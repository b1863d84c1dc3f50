package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;

@Doc("Weights and biases uniform in ±1/sqrt(fan_in), as PyTorch's layers start.")
public record TorchDefault() implements Initializer {

  @Override
  public double draw(Chance chance, Weights weights) {
    double limit = 1 / Math.sqrt((double) weights.fanIn());
    return chance.uniform(-limit, limit);
  }
}
