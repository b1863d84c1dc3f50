package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;

@Doc("A larger image.")
@Synonyms({"upsample", "up_sample"})
public record UpSampling2d(
    @Doc(value = "How many times as high and as wide.", example = "2")
        @Main
        @Synonyms({"scale_factor"})
        Size size,
    @Doc("How the pixels between are found.") @Default("nearest") @Synonyms({"mode"})
        Interpolation interpolation)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "up_sampling2d");
    return net.upSample(x, size, interpolation);
  }
}
