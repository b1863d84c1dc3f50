package bakeoff.layer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Synonyms;
import java.util.List;
import java.util.stream.Stream;

@Doc(
    value =
        "The sum of what some layers make of the input and the input itself, or what a shortcut makes of it (He et al. 2015).",
    example = "residual: [conv2d: {filters: 16, kernel_size: 3, padding: same}, batch_norm]")
@Synonyms({"residual_block", "res_block", "skip"})
public record Residual(
    @Doc(value = "The layers.", example = "[batch_norm, activation: relu]")
        @Main
        @NotEmpty
        @Synonyms({"layers", "block"})
        List<Layer> body,
    @Doc("The layers beside them; the input itself if there are none.")
        @Default("[]")
        @Synonyms({"downsample", "projection"})
        List<Layer> shortcut,
    @Doc("What is applied to the sum.") @Default("linear") ActivationFunction activation,
    @Doc("Whether learning changes the weights of the layers in it.") @Default("true")
        boolean trainable)
    implements Layer {

  public Residual {
    body = List.copyOf(body);
    shortcut = List.copyOf(shortcut);
  }

  @Override
  public List<Layer> inner() {
    return Stream.concat(body.stream(), shortcut.stream()).toList();
  }

  @Override
  public <V> V apply(Net<V> net, V x) {
    V made = net.part("body", body, x);
    V beside = shortcut.isEmpty() ? x : net.part("shortcut", shortcut, x);
    Shape shape = net.shape(made);
    if (!shape.equals(net.shape(beside))) {
      throw new Misfit(
          "the body gives "
              + shape
              + ", but "
              + (shortcut.isEmpty() ? "the input is " : "the shortcut gives ")
              + net.shape(beside)
              + ": they cannot be added",
          "let a `shortcut` give "
              + shape
              + ", for example a conv2d with `kernel_size: 1`, as many filters and the strides");
    }
    return net.activate(activation, net.combine(Combination.SUM, List.of(made, beside)));
  }
}
