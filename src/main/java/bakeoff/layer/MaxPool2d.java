package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc("The largest number of each window, channel by channel.")
@Synonyms({"max_pooling2d", "maxpool"})
public record MaxPool2d(
    @Doc(value = "Height and width of the window.", example = "2") @Main @Synonyms({"kernel_size"})
        Size poolSize,
    @Doc("How far the window moves; pool_size if not given.") @Synonyms({"stride"})
        @Nullable Size strides,
    @Doc("What stands around the input; it never wins.") @Default("valid") Padding.Mode padding)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "max_pool2d");
    return net.maxPool2d(x, poolSize, strides == null ? poolSize : strides, padding);
  }
}
