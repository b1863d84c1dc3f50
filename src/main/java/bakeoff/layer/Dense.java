package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc("A matrix product with a bias and an activation.")
@Synonyms({"linear", "fully_connected", "fc"})
public record Dense(
    @Doc(value = "Outputs; `classes` is as many as the data set has.", example = "120")
        @Main
        @Synonyms({"out_features", "num_outputs"})
        Units units,
    @Doc("Whether a number per output is added.") @Default("true") @Synonyms({"bias"})
        boolean useBias,
    @Doc("What is applied to the result.") @Default("linear") ActivationFunction activation,
    @Doc("How the weights start; the model's initializer if not given.")
        @Nullable Initializer initializer,
    @Doc("Whether learning changes its weights.") @Default("true") boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Shape input = net.shape(x);
    if (input.rank() != 1) {
      throw new Misfit(
          "dense takes a row of numbers, but its input is " + input,
          "put `flatten` before it, which makes " + input.count() + " numbers of " + input);
    }
    Weights matrix = Weights.matrix(input.channels(), units.resolve(net.classes()));
    V y = net.matMul(x, net.weights(matrix, initializer, trainable));
    V biased = useBias ? net.addBias(y, net.weights(matrix.bias(), initializer, trainable)) : y;
    return net.activate(activation, biased);
  }
}
