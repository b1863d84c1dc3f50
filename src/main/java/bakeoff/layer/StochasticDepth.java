package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "While training, zeroes all of an image's numbers at random and scales the rest by 1/(1 - rate): last in a residual's body, it drops the body (Huang et al. 2016).")
@Synonyms({"drop_path"})
public record StochasticDepth(
    @Doc(value = "The share of images.", example = "0.1")
        @Main
        @Range(min = 0, below = 1)
        @Synonyms({"p", "drop_prob"})
        double rate)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    return rate == 0 ? x : net.dropout(x, rate, Dropped.EXAMPLES);
  }
}
