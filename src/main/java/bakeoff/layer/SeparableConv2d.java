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
    "A convolution of each channel on its own, then one of 1x1 over all of them, with a bias and an activation.")
@Synonyms({"separable_conv"})
public record SeparableConv2d(
    @Doc(value = "Output channels.", example = "32")
        @Main
        @Range(min = 1)
        @Synonyms({"out_channels"})
        int filters,
    @Doc(value = "Height and width of the window.", example = "3") @Synonyms({"kernel", "size"})
        Size kernelSize,
    @Doc("How far the window moves.") @Default("1") @Synonyms({"stride"}) Size strides,
    @Doc("Zeros around the input.") @Default("valid") Padding padding,
    @Doc("Channels between the two, of each input channel.")
        @Default("1")
        @Range(min = 1)
        @Synonyms({"multiplier"})
        int depthMultiplier,
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
    int channels = Images.require(net.shape(x), "separable_conv2d").channels();
    Weights each =
        Weights.depthwise(kernelSize.height(), kernelSize.width(), channels, depthMultiplier)
            .named("depthwise_kernel");
    Weights all =
        Weights.kernel(1, 1, channels * depthMultiplier, filters, 1).named("pointwise_kernel");
    Sweep sweep = new Sweep(strides, padding, dilationRate);
    V between = net.depthwiseConv2d(x, net.weights(each, initializer, trainable), sweep);
    V y = net.conv2d(between, net.weights(all, initializer, trainable), Sweep.plain());
    V biased = useBias ? net.addBias(y, net.weights(all.bias(), initializer, trainable)) : y;
    return net.activate(activation, biased);
  }
}
