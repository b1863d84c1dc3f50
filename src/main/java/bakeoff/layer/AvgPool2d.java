package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Synonyms;
import org.jspecify.annotations.Nullable;

@Doc("The mean of each window, channel by channel.")
@Synonyms({"average_pooling2d", "avgpool"})
public record AvgPool2d(
    @Doc(value = "Height and width of the window.", example = "2") @Main @Synonyms({"kernel_size"})
        Size poolSize,
    @Doc("How far the window moves; pool_size if not given.") @Synonyms({"stride"})
        @Nullable Size strides,
    @Doc("What stands around the input; it is not counted in the mean.") @Default("valid")
        Padding.Mode padding)
    implements Layer {

  @Override
  public <V> V apply(Net<V> net, V x) {
    Images.require(net.shape(x), "avg_pool2d");
    return net.avgPool2d(x, poolSize, strides == null ? poolSize : strides, padding);
  }
}
