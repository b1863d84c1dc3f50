package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;

@Doc(
    value = "Some layers several times, each time with weights of their own.",
    example = "repeat: {times: 2, layers: [dense: 64, activation: relu]}")
public record Repeat(
    @Doc(value = "How often.", example = "3") @Range(min = 1, max = 1_000) @Synonyms({"n", "count"})
        int times,
    @Doc(value = "The layers.", example = "[batch_norm, activation: relu]") @NotEmpty
        List<Layer> layers,
    @Doc("Whether learning changes the weights of the layers in it.") @Default("true")
        boolean trainable)
    implements Layer {

  public Repeat {
    layers = List.copyOf(layers);
  }

  @Override
  public List<Layer> inner() {
    return layers;
  }

  @Override
  public <V> V apply(Net<V> net, V x) {
    V y = x;
    for (int i = 0; i < times; i++) {
      y = net.part(String.valueOf(i), layers, y);
    }
    return y;
  }
}
