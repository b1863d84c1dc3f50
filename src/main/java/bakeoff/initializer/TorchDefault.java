package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;

@Doc("Weights and biases uniform in ±1/sqrt(fan_in), as PyTorch's layers start.")
public record TorchDefault() implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    double limit = 1 / Math.sqrt((double) weights.fanIn());
    return Initializer.each(weights, () -> chance.uniform(-limit, limit));
  }
}
