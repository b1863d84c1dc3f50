package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;

@Doc("Zeros around the image.")
@Synonyms({"zero_pad2d", "pad"})
public record ZeroPadding2d(
    @Doc(value = "Pixels on each side.", example = "1") @Main Margins padding) implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "zero_padding2d");
    return net.padImage(x, padding);
  }
}
