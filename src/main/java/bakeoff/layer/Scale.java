package bakeoff.layer;

import bakeoff.initializer.Constant;
import bakeoff.initializer.Weights;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc("Times a number: a constant, or where a learned factor starts.")
public record Scale(
    @Doc(value = "The number.", example = "0.125") @Main double factor,
    @Doc("Whether it is learned.") @Default("false") boolean learned,
    @Doc("Whether each channel learns its own.") @Default("false") boolean perChannel)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    if (perChannel && !learned) {
      throw new Misfit("a constant is the same for every channel", "add `learned: true`");
    }
    if (!learned) {
      return net.multiply(x, factor);
    }
    int count = perChannel ? net.shape(x).channels() : 1;
    Weights factors = Weights.perChannel("factor", count);
    return net.multiply(x, net.weights(factors, new Constant(factor), true));
  }
}
