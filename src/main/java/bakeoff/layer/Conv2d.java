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
    @Doc("Whether a number per filter is added.") @Default("true") @Synonyms({"bias"})
        boolean useBias,
    @Doc("What is applied to the result.") @Default("linear") ActivationFunction activation,
    @Doc("How the weights start; the model's initializer if not given.")
        @Nullable Initializer initializer)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    int channels = Images.require(net.shape(x), "conv2d").channels();
    Weights kernel = Weights.kernel(kernelSize.height(), kernelSize.width(), channels, filters);
    V y = net.conv2d(x, net.weights(kernel, initializer), strides, padding);
    V biased = useBias ? net.addBias(y, net.weights(kernel.bias(), initializer)) : y;
    return net.activate(activation, biased);
  }
}
