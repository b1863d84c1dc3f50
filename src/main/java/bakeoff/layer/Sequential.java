package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Synonyms;
import java.util.List;

@Doc(
    value = "Some layers, one after the other, as one.",
    example = "sequential: [batch_norm, activation: relu]")
@Synonyms({"stack", "block"})
public record Sequential(
    @Doc(value = "The layers.", example = "[batch_norm, activation: relu]") @Main @NotEmpty
        List<Layer> layers,
    @Doc("Whether learning changes the weights of the layers in it.") @Default("true")
        boolean trainable)
    implements Layer {

  public Sequential {
    layers = List.copyOf(layers);
  }

  @Override
  public List<Layer> inner() {
    return layers;
  }

  @Override
  public <V> V apply(Net<V> net, V x) {
    return net.sequence(layers, x);
  }
}
