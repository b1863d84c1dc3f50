package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Layer;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.schema.Names;
import bakeoff.yaml.LayerText;
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
  private static final Shape ROW = Shape.of(6);

  /**
   * Where a kink lies between two points so far apart, a fifth of it is tried; where rounding
   * shows, ten times as much.
   */
  private static final float STEP = 5e-4f;

  record Example(String text, Shape input) {

    Layer layer() {
      return LayerText.of(text);
    }
  }

  private static final List<String> PADDINGS = List.of("valid", "same", "1", "3");

  /** What takes only images. */
  private static Stream<String> onImages() {
    List<String> all = new ArrayList<>();
    for (String padding : PADDINGS) {
      all.add("conv2d: {filters: 2, kernel_size: 3, padding: " + padding + "}");
      all.add("conv2d: {filters: 2, kernel_size: 3, strides: 2, padding: " + padding + "}");
      all.add(
          "conv2d: {filters: 2, kernel_size: [2, 5], strides: [3, 1], padding: " + padding + "}");
      all.add("conv2d: {filters: 6, kernel_size: 3, groups: 3, padding: " + padding + "}");
      all.add(
          "conv2d: {filters: 3, kernel_size: 3, groups: 3, strides: 2, padding: " + padding + "}");
      all.add("conv2d: {filters: 2, kernel_size: 3, dilation_rate: 2, padding: " + padding + "}");
      all.add(
          "conv2d: {filters: 2, kernel_size: [2, 3], dilation_rate: [3, 2], padding: "
              + padding
              + "}");
      all.add(
          "conv2d: {filters: 3, kernel_size: 2, dilation_rate: 2, strides: 2, groups: 3, padding: "
              + padding
              + "}");
      all.add("depthwise_conv2d: {kernel_size: 3, padding: " + padding + "}");
      all.add(
          "depthwise_conv2d: {kernel_size: 3, strides: 2, depth_multiplier: 2, padding: "
              + padding
              + "}");
      all.add(
          "depthwise_conv2d: {kernel_size: [3, 2], strides: [1, 2], depth_multiplier: 2, padding: "
              + padding
              + "}");
      all.add(
          "depthwise_conv2d: {kernel_size: [3, 2], dilation_rate: 2, padding: " + padding + "}");
      all.add(
          "depthwise_conv2d: {kernel_size: 2, dilation_rate: 2, strides: [2, 1], padding: "
              + padding
              + "}");
      all.add("separable_conv2d: {filters: 4, kernel_size: 3, padding: " + padding + "}");
    }
    for (String pool : List.of("max_pool2d", "avg_pool2d")) {
      for (String padding : List.of("valid", "same")) {
        all.add(pool + ": {pool_size: 2, padding: " + padding + "}");
        all.add(pool + ": {pool_size: 3, strides: 2, padding: " + padding + "}");
        all.add(pool + ": {pool_size: [3, 2], strides: [1, 4], padding: " + padding + "}");
        all.add(pool + ": {pool_size: 1, strides: 2, padding: " + padding + "}");
      }
    }
    return Stream.concat(
        all.stream(),
        Stream.of(
            "conv2d: {filters: 2, kernel_size: 1, strides: 3, padding: same}",
            "conv2d: {filters: 2, kernel_size: 3, use_bias: false, activation: relu}",
            "conv2d: {filters: 2, kernel_size: 3, activation: gelu, initializer: kaiming_uniform}",
            "conv2d: {filters: 2, kernel_size: 3, trainable: false}",
            "conv2d: {filters: 4, kernel_size: 3, initializer: orthogonal}",
            "depthwise_conv2d: {kernel_size: 3, use_bias: false, activation: silu}",
            "depthwise_conv2d: {kernel_size: 3, trainable: false, initializer: lecun_normal}",
            "separable_conv2d: {filters: 4, kernel_size: 3, depth_multiplier: 2, strides: 2}",
            "separable_conv2d: {filters: 4, kernel_size: 2, dilation_rate: 2, use_bias: false}",
            "separable_conv2d: {filters: 4, kernel_size: 3, trainable: false, activation: elu}",
            "separable_conv2d: {filters: 4, kernel_size: 3, initializer: glorot_normal}",
            "global_max_pool2d",
            "global_avg_pool2d",
            "adaptive_max_pool2d: 1",
            "adaptive_max_pool2d: [7, 3]",
            "adaptive_max_pool2d: [3, 4]",
            "adaptive_max_pool2d: 9",
            "adaptive_avg_pool2d: 1",
            "adaptive_avg_pool2d: [7, 3]",
            "adaptive_avg_pool2d: [3, 4]",
            "adaptive_avg_pool2d: 9",
            "spatial_dropout2d: 0.4",
            "spatial_dropout2d: 0",
            "zero_padding2d: 2",
            "zero_padding2d: [0, 1]",
            "zero_padding2d: [1, 0, 2, 3]",
            "pad_channels: 3",
            "pad_channels: 8",
            "up_sampling2d: 2",
            "up_sampling2d: [1, 3]",
            "up_sampling2d: {size: 2, interpolation: bilinear}",
            "up_sampling2d: {size: [3, 2], interpolation: bilinear}",
            "squeeze_excitation",
            "squeeze_excitation: 1",
            "squeeze_excitation: {reduction: 2, activation: silu, gate: tanh}",
            "squeeze_excitation: {trainable: false, initializer: kaiming_normal}",
            "residual: [conv2d: {filters: 3, kernel_size: 3, padding: same}, batch_norm]",
            "residual: {body: [max_pool2d: 2], shortcut: [avg_pool2d: 2], activation: tanh}",
            "parallel: [[conv2d: {filters: 2, kernel_size: 1}], [max_pool2d: 1], []]",
            "repeat: {times: 2, layers: [conv2d: {filters: 2, kernel_size: 2}]}"));
  }

  /** What takes images and rows of numbers. */
  private static Stream<String> onAnything() {
    Stream<String> activations =
        Stream.of(ActivationFunction.values()).map(f -> "activation: " + Names.of(f));
    return Stream.concat(
        activations,
        Stream.of(
            "flatten",
            "dropout: 0.4",
            "dropout: 0",
            "stochastic_depth: 0.5",
            "stochastic_depth: 0",
            "batch_norm",
            "batch_norm: {scale: false}",
            "batch_norm: {offset: false}",
            "batch_norm: {scale: false, offset: false, epsilon: 0.1, momentum: 0.5}",
            "batch_norm: {trainable: false}",
            "layer_norm",
            "layer_norm: {epsilon: 0.1, scale: false}",
            "layer_norm: {offset: false, trainable: false}",
            "group_norm: 1",
            "group_norm: {groups: 1, epsilon: 0.1, scale: false}",
            "group_norm: {groups: 1, offset: false, trainable: false}",
            "scale: -0.5",
            "scale: {factor: 0.5, learned: true}",
            "scale: {factor: 0.5, learned: true, per_channel: true}",
            "residual: [activation: tanh]",
            "residual: {body: [activation: tanh, stochastic_depth: 0.5], shortcut: [scale: 2]}",
            "parallel: {branches: [[activation: tanh], []], combine: sum}",
            "parallel: {branches: [[activation: tanh], [], [scale: 2]], combine: product}",
            "parallel: {branches: [[activation: tanh], [scale: 2]], combine: concat}",
            "sequential: [batch_norm, activation: gelu]",
            "repeat: {times: 3, layers: [batch_norm, activation: tanh]}"));
  }

  static Stream<Example> examples() {
    Stream<String> onRows =
        Stream.of(
            "dense: 3",
            "dense: {units: 3, use_bias: false, activation: tanh}",
            "dense: {units: classes, activation: relu, initializer: kaiming_uniform}",
            "dense: {units: 3, trainable: false}",
            "group_norm: 2");
    Stream<String> both = Stream.concat(onImages(), onAnything());
    return Stream.concat(
        Stream.concat(both.map(text -> new Example(text, IMAGE)), Stream.of(SIX)),
        Stream.concat(onRows, onAnything()).map(text -> new Example(text, ROW)));
  }

  /** Groups of two channels. */
  private static final Example SIX = new Example("group_norm: 3", Shape.of(3, 4, 6));

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
          double slope = slopes[i];
          for (float step : new float[] {STEP / 5, STEP * 10}) {
            boolean agrees = Math.abs(slope - gradient[i]) <= tolerance;
            slope = agrees ? slope : probe.slope(name, i, step);
          }
          assertEquals(slope, gradient[i], tolerance, name + " " + i);
        }
      }
    }
  }
}
