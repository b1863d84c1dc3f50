package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("The largest number of each channel: an image becomes a row.")
@Synonyms({"global_max_pooling2d", "global_maxpool"})
public record GlobalMaxPool2d() implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "global_max_pool2d");
    return net.flatten(net.adaptivePool2d(x, Size.square(1), Pool.MAX));
  }
}
