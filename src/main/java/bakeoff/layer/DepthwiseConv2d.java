package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc("A convolution of each channel on its own, with a bias and an activation.")
@Synonyms({"depthwise_conv"})
public record DepthwiseConv2d(
    @Doc(value = "Height and width of the window.", example = "3")
        @Main
        @Synonyms({"kernel", "size"})
        Size kernelSize,
    @Doc("How far the window moves.") @Default("1") @Synonyms({"stride"}) Size strides,
    @Doc("Zeros around the input.") @Default("valid") Padding padding,
    @Doc("Output channels of each input channel.")
        @Default("1")
        @Range(min = 1)
        @Synonyms({"multiplier"})
        int depthMultiplier,
    @Doc("The distance between the window's numbers; 1 leaves nothing out.")
        @Default("1")
        @Synonyms({"dilation"})
        Size dilationRate,
    @Doc("Whether a number per output channel is added.") @Default("true") @Synonyms({"bias"})
        boolean useBias,
    @Doc("What is applied to the result.") @Default("linear") ActivationFunction activation,
    @Doc("How the weights start; the model's initializer if not given.")
        @Nullable Initializer initializer,
    @Doc("Whether learning changes its weights.") @Default("true") boolean trainable)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    int channels = Images.require(net.shape(x), "depthwise_conv2d").channels();
    Weights kernel =
        Weights.depthwise(kernelSize.height(), kernelSize.width(), channels, depthMultiplier);
    Sweep sweep = new Sweep(strides, padding, dilationRate);
    V y = net.depthwiseConv2d(x, net.weights(kernel, initializer, trainable), sweep);
    Weights bias = kernel.bias();
    V biased = useBias ? net.addBias(y, net.weights(bias, initializer, trainable)) : y;
    return net.activate(activation, biased);
  }
}
