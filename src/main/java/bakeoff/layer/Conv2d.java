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
    "Two-dimensional convolution (cross-correlation, as everywhere) with a bias and an activation.")
@Synonyms({"conv", "convolution2d"})
public record Conv2d(
    @Doc(value = "Output channels.", example = "32")
        @Main
        @Range(min = 1)
        @Synonyms({"out_channels"})
        int filters,
    @Doc(value = "Height and width of the window.", example = "3") @Synonyms({"kernel", "size"})
        Size kernelSize,
    @Doc("How far the window moves.") @Default("1") @Synonyms({"stride"}) Size strides,
    @Doc("Zeros around the input.") @Default("valid") Padding padding,
    @Doc("Channels are split into so many groups, each seen by its share of the filters.")
        @Default("1")
        @Range(min = 1)
        int groups,
    @Doc("The distance between the window's numbers; 1 leaves nothing out.")
        @Default("1")
        @Synonyms({"dilation"})
        Size dilationRate,
    @Doc("Whether a number per filter is added.") @Default("true") @Synonyms({"bias"})
        boolean useBias,
    @Doc("What is applied to the result.") @Default("linear") ActivationFunction activation,
    @Doc("How the weights start; the model's initializer if not given.")
        @Nullable Initializer initializer,
    @Doc("Whether learning changes its weights.") @Default("true") boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    int channels = Images.require(net.shape(x), "conv2d").channels();
    if (channels % groups != 0 || filters % groups != 0) {
      throw new Misfit(
          groups + " groups do not divide " + channels + " channels into " + filters + " filters",
          "let `groups` divide both");
    }
    Weights kernel =
        Weights.kernel(kernelSize.height(), kernelSize.width(), channels, filters, groups);
    Sweep sweep = new Sweep(strides, padding, dilationRate);
    V y = net.conv2d(x, net.weights(kernel, initializer, trainable), sweep);
    V biased = useBias ? net.addBias(y, net.weights(kernel.bias(), initializer, trainable)) : y;
    return net.activate(activation, biased);
  }
}
