package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Each group of an image's channels, minus its mean, over its standard deviation (Wu and He 2018); 1 group is a layer norm over the whole image.")
@Synonyms({"group_normalization", "gn"})
public record GroupNorm(
    @Doc(value = "How many groups.", example = "8") @Main @Range(min = 1) @Synonyms({"num_groups"})
        int groups,
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
    Shape input = net.shape(x);
    if (input.channels() % groups != 0) {
      throw new Misfit(
          groups + " groups do not divide the " + input.channels() + " channels of " + input,
          "let `groups` divide them");
    }
    V normal = net.normalizeGroups(x, groups, epsilon);
    return new Affine(input.channels(), trainable).apply(net, normal, scale, offset);
  }
}
