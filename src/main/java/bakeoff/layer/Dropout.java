package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("While training, zeroes numbers at random and scales the rest by 1/(1 - rate).")
public record Dropout(
    @Doc(value = "The share that is zeroed.", example = "0.1")
        @Main
        @Range(min = 0, below = 1)
        @Synonyms({"p"})
        double rate)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    return rate == 0 ? x : net.dropout(x, rate, Dropped.NUMBERS);
  }
}
