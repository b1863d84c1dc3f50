package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("The mean of each channel: an image becomes a row.")
@Synonyms({"global_average_pooling2d", "gap", "global_pool"})
public record GlobalAvgPool2d() implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "global_avg_pool2d");
    return net.flatten(net.adaptivePool2d(x, Size.square(1), Pool.MEAN));
  }
}
