package bakeoff.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Doc;
import bakeoff.schema.Key;
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
      Stream.<Layer>of(
              new Conv2d(
                  4,
                  Size.square(3),
                  Size.square(1),
                  Padding.of(Padding.Mode.SAME),
                  true,
                  ActivationFunction.RELU,
                  null),
              new MaxPool2d(Size.square(2), null, Padding.Mode.VALID),
              new AvgPool2d(Size.square(2), null, Padding.Mode.VALID),
              new Flatten(),
              new Dense(Units.of(5), true, ActivationFunction.RELU, null),
              new Dropout(0.5),
              new Activation(ActivationFunction.TANH))
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
  void givesOneRowWithWholeSizes(Class<?> kind) {
    Layer layer = example(kind);
    Shape input = takes(layer, IMAGE) ? IMAGE : ROW;
    ShapeNet net = new ShapeNet(10);
    Shape output = net.sequence(List.of(layer), input);
    assertEquals(1, net.rows().size());
    Row row = net.rows().get(0);
    assertEquals(layer, row.layer());
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
    assertEquals(net.rows().get(0), net.rows().get(1));
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
