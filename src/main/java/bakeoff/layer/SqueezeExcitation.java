package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc(
    "Each channel times a number in 0 to 1 that two dense layers make of all channels' means (Hu et al. 2018).")
@Synonyms({"se", "se_block", "squeeze_excite"})
public record SqueezeExcitation(
    @Doc("The layer between has this many times fewer numbers than there are channels.")
        @Default("16")
        @Main
        @Range(min = 1)
        @Synonyms({"ratio", "squeeze_factor"})
        int reduction,
    @Doc("What is applied to the layer between.") @Default("relu") ActivationFunction activation,
    @Doc("What makes factors of the last layer's numbers.") @Default("sigmoid")
        ActivationFunction gate,
    @Doc("How the weights start; the model's initializer if not given.")
        @Nullable Initializer initializer,
    @Doc("Whether learning changes its weights.") @Default("true") boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    int channels = Images.require(net.shape(x), "squeeze_excitation").channels();
    int units = Math.max(1, channels / reduction);
    V means = net.flatten(net.adaptivePool2d(x, Size.square(1), Pool.MEAN));
    V squeezed = net.activate(activation, dense(net, means, "squeeze", channels, units));
    V factors = net.activate(gate, dense(net, squeezed, "excite", units, channels));
    return net.multiplyChannels(x, factors);
  }

  private <V> V dense(Net<V> net, V x, String name, int in, int out) {
    Weights matrix = Weights.matrix(in, out);
    V product = net.matMul(x, net.weights(matrix.named(name + "_kernel"), initializer, trainable));
    Weights bias = matrix.bias().named(name + "_bias");
    return net.addBias(product, net.weights(bias, initializer, trainable));
  }
}
