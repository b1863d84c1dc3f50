package bakeoff.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import bakeoff.schema.Names;
import bakeoff.yaml.LayerText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every kind of layer; a kind without an example here fails. */
class LayerContractTest {

  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final Shape ROW = Shape.of(12);

  private static final Map<Class<?>, Layer> EXAMPLES =
      Stream.of(
              "conv2d: {filters: 4, kernel_size: 3, padding: same, activation: relu}",
              "depthwise_conv2d: {kernel_size: 3, depth_multiplier: 2}",
              "separable_conv2d: {filters: 4, kernel_size: 3}",
              "max_pool2d: 2",
              "avg_pool2d: 2",
              "global_max_pool2d",
              "global_avg_pool2d",
              "adaptive_max_pool2d: 3",
              "adaptive_avg_pool2d: 3",
              "flatten",
              "dense: {units: 5, activation: relu}",
              "dropout: 0.5",
              "spatial_dropout2d: 0.5",
              "stochastic_depth: 0.5",
              "batch_norm",
              "layer_norm",
              "group_norm: 3",
              "activation: tanh",
              "zero_padding2d: [1, 2]",
              "pad_channels: 5",
              "up_sampling2d: 2",
              "scale: 0.5",
              "squeeze_excitation: 2",
              "residual: [batch_norm, activation: relu]",
              "parallel: [[batch_norm], []]",
              "sequential: [batch_norm, activation: relu]",
              "repeat: {times: 2, layers: [batch_norm, activation: relu]}")
          .map(LayerText::of)
          .collect(Collectors.toMap(Object::getClass, Function.identity()));

  static Stream<Class<?>> kinds() {
    return Stream.of(Layer.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void explainsItselfAndEachOfItsKeys(Class<?> kind) {
    assertNotNull(kind.getAnnotation(Doc.class), kind + " has no @Doc");
    Key.of(kind).forEach(key -> assertFalse(key.doc().isEmpty(), kind + "." + key.name()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void givesARowWithWholeSizes(Class<?> kind) {
    Layer layer = example(kind);
    Shape input = takes(layer, IMAGE) ? IMAGE : ROW;
    ShapeNet net = new ShapeNet(10);
    Shape output = net.sequence(List.of(layer), input);
    assertTrue(net.rows().size() == 1 || net.rows().size() > layer.inner().size());
    Row row = net.rows().get(0);
    assertEquals(Names.of(kind), row.name());
    assertEquals(0, row.depth());
    assertTrue(net.rows().stream().skip(1).allMatch(inner -> inner.depth() > 0));
    assertEquals(output, row.output());
    assertTrue(output.sizes().stream().allMatch(size -> size > 0), output.toString());
    assertTrue(output.equals(input) || !row.arithmetic().isEmpty(), row.toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void givesTheSameShapeTwice(Class<?> kind) {
    Layer layer = example(kind);
    Shape input = takes(layer, IMAGE) ? IMAGE : ROW;
    ShapeNet net = new ShapeNet(10);
    assertEquals(net.sequence(List.of(layer), input), net.sequence(List.of(layer), input));
    int half = net.rows().size() / 2;
    assertEquals(net.rows().subList(0, half), net.rows().subList(half, 2 * half));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fitsOrSaysWhatToDo(Class<?> kind) {
    for (Shape input : List.of(IMAGE, ROW)) {
      try {
        new ShapeNet(10).sequence(List.of(example(kind)), input);
      } catch (Misfit misfit) {
        assertTrue(String.valueOf(misfit.getMessage()).contains(input.toString()));
        assertFalse(misfit.hint().isEmpty());
      }
    }
  }

  private static boolean takes(Layer layer, Shape input) {
    try {
      new ShapeNet(10).sequence(List.of(layer), input);
      return true;
    } catch (Misfit misfit) {
      return false;
    }
  }

  private static Layer example(Class<?> kind) {
    Layer layer = EXAMPLES.get(kind);
    if (layer == null) {
      throw new AssertionError(kind + " needs an example in this test");
    }
    return layer;
  }
}
