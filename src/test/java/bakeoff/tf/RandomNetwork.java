package bakeoff.tf;

import bakeoff.layer.Layer;
import bakeoff.layer.Misfit;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.yaml.LayerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws networks that fit, as one would write them in a file. */
final class RandomNetwork {

  /** More numbers than these in an image take too long. */
  private static final int LARGEST = 8_000;

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private Shape shape;

  RandomNetwork(Random random, Shape input) {
    this.random = random;
    this.shape = input;
  }

  /** Some layers on top of each other; each is drawn again until it fits. */
  List<String> draw(int layers) {
    int wanted = lines.size() + layers;
    while (lines.size() < wanted) {
      add(shape.isImage() && random.nextInt(8) > 0 ? onImage(0) : onAnything(0));
    }
    return lines;
  }

  /** Whether it fits. */
  boolean add(String text) {
    try {
      Layer layer = LayerText.of(text);
      Shape output = new ShapeNet(10).sequence(List.of(layer), shape);
      if (output.count() > LARGEST) {
        return false;
      }
      shape = output;
      shapes.add(output);
      lines.add(text);
      return true;
    } catch (Misfit e) {
      return false;
    }
  }

  Shape shape() {
    return shape;
  }

  /** After each layer. */
  List<Shape> shapes() {
    return shapes;
  }

  private String onImage(int depth) {
    return switch (random.nextInt(depth < 2 ? 15 : 12)) {
      case 0 -> "conv2d: {filters: " + number(12) + ", " + window() + ", " + dilation() + "}";
      case 1 -> "conv2d: {filters: 6, groups: " + number(3) + ", " + window() + moves() + "}";
      case 2 -> "depthwise_conv2d: {" + window() + moves() + "}";
      case 3 ->
          "separable_conv2d: {filters: " + number(8) + ", " + window() + ", " + dilation() + "}";
      case 4 -> one("max_pool2d", "avg_pool2d") + ": {pool_size: " + number(3) + moves(false) + "}";
      case 5 -> one("adaptive_max_pool2d: ", "adaptive_avg_pool2d: ") + number(5);
      case 6 -> one("global_max_pool2d", "global_avg_pool2d", "flatten");
      case 7 -> "zero_padding2d: [" + random.nextInt(3) + ", " + random.nextInt(3) + "]";
      case 8 -> "pad_channels: " + (shape.channels() + random.nextInt(4));
      case 9 -> "up_sampling2d: {size: 2, interpolation: " + one("nearest", "bilinear") + "}";
      case 10 -> "squeeze_excitation: " + number(4);
      case 11 -> "batch_norm: {scale: " + bool() + ", offset: " + bool() + "}";
      case 12 -> "residual: [" + onImage(depth + 1) + ", " + onImage(depth + 1) + "]";
      case 13 ->
          "parallel: {branches: [["
              + onImage(depth + 1)
              + "], ["
              + onImage(depth + 1)
              + "]], combine: "
              + one("sum", "concat", "product")
              + "}";
      default -> "sequential: [" + onImage(depth + 1) + ", " + onAnything(depth + 1) + "]";
    };
  }

  private String onAnything(int depth) {
    return switch (random.nextInt(depth < 2 ? 10 : 8)) {
      case 0 -> "batch_norm";
      case 1 -> "layer_norm: {scale: " + bool() + "}";
      case 2 -> "group_norm: " + number(3);
      case 3 -> "activation: " + one("relu", "gelu", "silu", "tanh", "leaky_relu", "hard_swish");
      case 4 -> "scale: {factor: 0.5, learned: true, per_channel: " + bool() + "}";
      case 5 -> one("dropout: 0.1", "stochastic_depth: 0.1");
      case 6 -> "dense: " + number(20);
      case 7 -> "activation: elu";
      case 8 -> "repeat: {times: " + number(3) + ", layers: [" + onAnything(depth + 1) + "]}";
      default -> "residual: {body: [" + onAnything(depth + 1) + "], activation: gelu}";
    };
  }

  private String window() {
    return "kernel_size: [" + number(3) + ", " + number(3) + "]";
  }

  private String moves() {
    return moves(true);
  }

  private String moves(boolean pixels) {
    String padding = pixels ? one("valid", "same", "1") : one("valid", "same");
    return ", strides: [" + number(2) + ", " + number(2) + "], padding: " + padding;
  }

  private String dilation() {
    return "dilation_rate: ["
        + number(2)
        + ", "
        + number(3)
        + "], padding: "
        + one("valid", "same");
  }

  private boolean bool() {
    return random.nextBoolean();
  }

  private int number(int largest) {
    return 1 + random.nextInt(largest);
  }

  private String one(String... words) {
    return words[random.nextInt(words.length)];
  }
}
