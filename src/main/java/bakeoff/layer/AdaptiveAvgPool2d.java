package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;

@Doc(
    "The mean of each window, as many windows as the output has pixels: from floor(i h / n) to ceil((i + 1) h / n), as PyTorch's.")
@Synonyms({"adaptive_average_pooling2d"})
public record AdaptiveAvgPool2d(
    @Doc(value = "Height and width of the output.", example = "4") @Main Size outputSize)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "adaptive_avg_pool2d");
    return net.adaptivePool2d(x, outputSize, Pool.MEAN);
  }
}
