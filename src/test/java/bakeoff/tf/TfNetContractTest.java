package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.initializer.KaimingUniform;
import bakeoff.layer.Activation;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.AvgPool2d;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Dense;
import bakeoff.layer.Dropout;
import bakeoff.layer.Flatten;
import bakeoff.layer.Layer;
import bakeoff.layer.MaxPool2d;
import bakeoff.layer.Padding;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.layer.Size;
import bakeoff.layer.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every kind of layer in TensorFlow: the shapes that were announced, and the right
 * gradient. A kind without an example here fails.
 */
class TfNetContractTest {

  private static final Shape IMAGE = Shape.of(7, 6, 3);
  private static final Shape ROW = Shape.of(5);
  private static final Padding VALID = Padding.of(Padding.Mode.VALID);
  private static final Padding SAME = Padding.of(Padding.Mode.SAME);

  /** Where a kink lies between two points so far apart, a fifth of it is tried. */
  private static final float STEP = 5e-4f;

  record Example(Layer layer, Shape input) {}

  static Stream<Example> examples() {
    List<Example> all = new ArrayList<>();
    for (Padding padding : List.of(VALID, SAME, Padding.zeros(1), Padding.zeros(3))) {
      all.add(image(conv(Size.square(3), Size.square(1), padding)));
      all.add(image(conv(Size.square(3), Size.square(2), padding)));
      all.add(image(conv(new Size(2, 5), new Size(3, 1), padding)));
    }
    all.add(image(conv(Size.square(1), Size.square(3), SAME)));
    all.add(image(new Conv2d(2, Size.square(3), Size.square(1), SAME, false, relu(), null)));
    all.add(image(new Conv2d(2, Size.square(3), Size.square(1), SAME, true, relu(), kaiming())));
    for (Padding.Mode padding : Padding.Mode.values()) {
      all.add(image(new MaxPool2d(Size.square(2), null, padding)));
      all.add(image(new MaxPool2d(Size.square(3), Size.square(2), padding)));
      all.add(image(new MaxPool2d(new Size(3, 2), new Size(1, 4), padding)));
      all.add(image(new AvgPool2d(Size.square(2), null, padding)));
      all.add(image(new AvgPool2d(Size.square(3), Size.square(2), padding)));
      all.add(image(new AvgPool2d(new Size(3, 2), new Size(1, 4), padding)));
    }
    all.add(image(new Flatten()));
    all.add(row(new Flatten()));
    all.add(row(new Dense(Units.of(3), true, ActivationFunction.LINEAR, null)));
    all.add(row(new Dense(Units.of(3), false, ActivationFunction.TANH, null)));
    all.add(row(new Dense(Units.of(Units.Named.CLASSES), true, relu(), kaiming())));
    all.add(image(new Dropout(0.4)));
    all.add(row(new Dropout(0.1)));
    all.add(row(new Dropout(0)));
    for (ActivationFunction function : ActivationFunction.values()) {
      all.add(image(new Activation(function)));
      all.add(row(new Activation(function)));
    }
    return all.stream();
  }

  private static Conv2d conv(Size kernel, Size strides, Padding padding) {
    return new Conv2d(2, kernel, strides, padding, true, ActivationFunction.LINEAR, null);
  }

  private static ActivationFunction relu() {
    return ActivationFunction.RELU;
  }

  private static KaimingUniform kaiming() {
    return new KaimingUniform();
  }

  private static Example image(Layer layer) {
    return new Example(layer, IMAGE);
  }

  private static Example row(Layer layer) {
    return new Example(layer, ROW);
  }

  static Stream<Class<?>> kinds() {
    return Stream.of(Layer.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAnExample(Class<?> kind) {
    assertTrue(
        examples().anyMatch(example -> example.layer().getClass() == kind),
        kind + " needs an example in this test");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasTheShapeThatWasAnnounced(Example example) {
    try (Probe probe = new Probe(example.layer(), example.input())) {
      Shape announced =
          new ShapeNet(probe.classes()).sequence(List.of(example.layer()), example.input());
      assertEquals(announced, probe.declaredShape());
      assertEquals(announced, probe.computedShape());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasTheGradientOfFiniteDifferences(Example example) {
    try (Probe probe = new Probe(example.layer(), example.input())) {
      Map<String, float[]> gradients = probe.gradients();
      for (String name : probe.names()) {
        float[] gradient = gradients.getOrDefault(name, new float[0]);
        double[] slopes = new double[gradient.length];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = probe.slope(name, i, STEP);
        }
        double tolerance = 1e-3 + 0.01 * Arrays.stream(slopes).map(Math::abs).max().orElse(0);
        for (int i = 0; i < slopes.length; i++) {
          boolean kink = Math.abs(slopes[i] - gradient[i]) > tolerance;
          double slope = kink ? probe.slope(name, i, STEP / 5) : slopes[i];
          assertEquals(slope, gradient[i], tolerance, name + " " + i);
        }
      }
    }
  }
}
