package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc(
    "Channels of zeros after the others, until there are so many: with a pool of size 1 and strides 2, ResNet's shortcut without weights (option A of He et al. 2015).")
public record PadChannels(
    @Doc(value = "Channels of the output.", example = "32") @Main @Range(min = 1) int channels)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Shape input = Images.require(net.shape(x), "pad_channels");
    if (input.channels() > channels) {
      throw new Misfit(
          "pad_channels cannot make " + channels + " channels of " + input,
          "it adds channels; let `channels` be at least " + input.channels());
    }
    return net.padChannels(x, channels - input.channels());
  }
}
