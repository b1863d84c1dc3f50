package bakeoff.initializer;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc(
    "Each filter passes the channel of its own number through, biases zero (PyTorch's dirac_); in groups, within its group.")
public record Dirac(
    @Doc("Initializer of the filters beyond the number of input channels.") @Default("zeros") @Main
        Initializer rest)
    implements Initializer {

  @Override
  public float[] fill(Chance chance, Weights weights) {
    if (weights.isBias()) {
      return new Zeros().fill(chance, weights);
    }
    Grid grid = Grid.of(weights);
    float[] numbers = rest.fill(chance, weights);
    int perGroup = grid.out() / grid.groups();
    for (int filter = 0; filter < grid.out(); filter++) {
      int own = filter % perGroup;
      if (own < grid.in()) {
        for (int place = 0; place < grid.area() * grid.in(); place++) {
          numbers[place * grid.out() + filter] = 0;
        }
        numbers[(grid.centre() * grid.in() + own) * grid.out() + filter] = 1;
      }
    }
    return numbers;
  }
}
