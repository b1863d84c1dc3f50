package bakeoff.spec;

import bakeoff.layer.Layer;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NamesOf;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Weights that learn otherwise than the rest; the first group that a weight fits is its own.")
public record ParameterGroup(
    @Doc(value = "Kinds of layers, those inside them too; all if empty.", example = "[batch_norm]")
        @Default("[]")
        @Synonyms({"layer"})
        @NamesOf(Layer.class)
        List<String> layers,
    @Doc(
            value =
                "Patterns of names as `0.conv2d/bias`, a layer's place and kind and its array; `*`"
                    + " stands for anything. All if empty.",
            example = "[\"*/bias\"]")
        @Default("[]")
        @Synonyms({"params", "names"})
        List<String> weights,
    @Doc("Their learning rate is the phase's times this.")
        @Default("1")
        @Range(above = 0)
        @Synonyms({"lr_mult", "lr_multiplier", "rate"})
        double rateFactor,
    @Doc("Their weight decay; the optimizer's if not given.") @Range(min = 0)
        @Nullable Double weightDecay) {

  public ParameterGroup {
    layers = List.copyOf(layers);
    weights = List.copyOf(weights);
  }

  /** Whether a weight of that name is among them. */
  public boolean holds(String name) {
    return (layers.isEmpty() || layers.stream().anyMatch(kind -> WeightNames.isIn(name, kind)))
        && (weights.isEmpty() || WeightNames.matches(name, weights));
  }
}
