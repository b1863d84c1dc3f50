package bakeoff.spec;

import bakeoff.initializer.Initializer;
import bakeoff.layer.Layer;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NotEmpty;
import java.util.List;

@Doc("The network.")
public record Model(
    @Doc("How weights start, where a layer does not say.") @Default("torch_default")
        Initializer initializer,
    @Doc(value = "From the image to one number per class.", example = "[flatten, dense: classes]")
        @NotEmpty
        List<Layer> layers) {

  public Model {
    layers = List.copyOf(layers);
  }
}
