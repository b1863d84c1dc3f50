package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Each channel minus its mean, over its standard deviation: the batch's while training, running ones in tests (Ioffe and Szegedy 2015).")
@Synonyms({"batch_norm2d", "batch_normalization", "bn"})
public record BatchNorm(
    @Doc("The share of the running mean and variance that a step keeps; PyTorch's 0.1 is 0.9 here.")
        @Default("0.9")
        @Range(min = 0, below = 1)
        @Synonyms({"decay"})
        double momentum,
    @Doc("Added to the variance.") @Default("1e-5") @Range(above = 0) @Synonyms({"eps"})
        double epsilon,
    @Doc("Whether each channel is multiplied by a learned number, at first 1.")
        @Default("true")
        @Synonyms({"gamma"})
        boolean scale,
    @Doc("Whether a learned number, at first 0, is added to each channel.")
        @Default("true")
        @Synonyms({"center", "beta"})
        boolean offset,
    @Doc("Whether learning changes scale and offset; mean and variance follow the images anyway.")
        @Default("true")
        boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    int channels = net.shape(x).channels();
    Affine affine = new Affine(channels, trainable);
    V factors = scale ? affine.scale(net) : null;
    V terms = offset ? affine.offset(net) : null;
    return net.batchNorm(x, factors, terms, momentum, epsilon);
  }
}
