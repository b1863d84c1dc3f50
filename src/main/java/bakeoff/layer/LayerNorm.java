package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "The channels of each place of an image, minus their mean, over their standard deviation (Ba et al. 2016).")
@Synonyms({"layer_normalization", "ln"})
public record LayerNorm(
    @Doc("Added to the variance.") @Default("1e-5") @Range(above = 0) @Synonyms({"eps"})
        double epsilon,
    @Doc("Whether each channel is multiplied by a learned number, at first 1.") @Default("true")
        boolean scale,
    @Doc("Whether a learned number, at first 0, is added to each channel.") @Default("true")
        boolean offset,
    @Doc("Whether learning changes scale and offset.") @Default("true") boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    V normal = net.normalizePlaces(x, epsilon);
    return new Affine(net.shape(x).channels(), trainable).apply(net, normal, scale, offset);
  }
}
