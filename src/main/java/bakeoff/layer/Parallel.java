package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Synonyms;
import java.util.ArrayList;
import java.util.List;

@Doc(
    value = "Several lists of layers, all on the same input, whose results become one.",
    example = "parallel: [[conv2d: {filters: 8, kernel_size: 1}], [max_pool2d: 1]]")
@Synonyms({"branches", "inception", "concatenate"})
public record Parallel(
    @Doc(
            value = "Lists of layers; an empty one is the input itself.",
            example = "[[], [batch_norm]]")
        @Main
        @NotEmpty
        List<List<Layer>> branches,
    @Doc("How the results become one.") @Default("concat") @Synonyms({"merge", "mode"})
        Combination combine,
    @Doc("Whether learning changes the weights of the layers in it.") @Default("true")
        boolean trainable)
    implements Layer {

  public Parallel {
    branches = branches.stream().map(List::copyOf).toList();
  }

  @Override
  public List<Layer> inner() {
    return branches.stream().flatMap(List::stream).toList();
  }

  @Override
  public <V> V apply(Net<V> net, V x) {
    List<V> results = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      V result = net.part(String.valueOf(i), branches.get(i), x);
      if (i > 0 && !fits(net.shape(results.get(0)), net.shape(result))) {
        throw new Misfit(
            "the first branch gives "
                + net.shape(results.get(0))
                + ", but branch "
                + (i + 1)
                + " gives "
                + net.shape(result),
            combine == Combination.CONCAT
                ? "only their channels may differ: mind strides and padding"
                : "they have to have the same shape");
      }
      results.add(result);
    }
    return net.combine(combine, results);
  }

  private boolean fits(Shape first, Shape other) {
    if (combine != Combination.CONCAT || first.rank() != other.rank()) {
      return first.equals(other);
    }
    int places = first.rank() - 1;
    return first.sizes().subList(0, places).equals(other.sizes().subList(0, places));
  }
}
