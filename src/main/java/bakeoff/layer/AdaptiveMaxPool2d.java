package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;

@Doc(
    "The largest number of each window, as many windows as the output has pixels: from floor(i h / n) to ceil((i + 1) h / n), as PyTorch's.")
@Synonyms({"adaptive_max_pooling2d"})
public record AdaptiveMaxPool2d(
    @Doc(value = "Height and width of the output.", example = "4") @Main Size outputSize)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "adaptive_max_pool2d");
    return net.adaptivePool2d(x, outputSize, Pool.MAX);
  }
}
