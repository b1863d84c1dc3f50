package bakeoff.export;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Combination;
import bakeoff.layer.Dropped;
import bakeoff.layer.Interpolation;
import bakeoff.layer.Layer;
import bakeoff.layer.Margins;
import bakeoff.layer.Net;
import bakeoff.layer.Padding;
import bakeoff.layer.Pool;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.layer.Size;
import bakeoff.layer.Sweep;
import bakeoff.layer.Window;
import bakeoff.schema.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a network as statements of Python. Images are batch x channels x height x width, as
 * PyTorch has them; weights keep the order of axes they are stored in.
 */
final class PyTorchNet implements Net<PyTorchNet.Value> {

  private final Statements statements = new Statements();
  private final ShapeNet shapes;
  private final Set<String> weights = new LinkedHashSet<>();
  private final Set<String> statistics = new LinkedHashSet<>();
  private String path = "";

  PyTorchNet(int classes) {
    this.shapes = new ShapeNet(classes);
  }

  /**
   * Something computed, or an array of weights.
   *
   * @param shape without the batch
   * @param text of weights; null for what a statement gives
   */
  record Value(Shape shape, int number, @Nullable String text) {}

  static Value input(Shape shape) {
    return new Value(shape, Statements.INPUT, null);
  }

  List<String> lines(Value result) {
    return statements.lines(result.number());
  }

  /** The name by which the module knows an array; PyTorch allows no dot. */
  static String name(String array) {
    return array.replace('.', '_');
  }

  private static String reference(String array) {
    return "w[\"" + name(array) + "\"]";
  }

  /** The names of what is learnt, in the order of use. */
  Set<String> weights() {
    return weights;
  }

  /** The names of what follows from the images. */
  Set<String> statistics() {
    return statistics;
  }

  private Value give(Shape shape, String text, Value... uses) {
    List<Integer> numbers = new ArrayList<>();
    List<Object> words = new ArrayList<>();
    for (Value use : uses) {
      if (use.text() == null) {
        numbers.add(use.number());
        words.add("%s");
      } else {
        words.add(use.text());
      }
    }
    String line = String.format(Locale.ROOT, text, words.toArray());
    return new Value(shape, statements.add(line, numbers), null);
  }

  /** A sum or a call, which needs no brackets where it stands. */
  private Value join(Value x, String text) {
    return new Value(x.shape(), statements.join(text, x.number()), null);
  }

  @Override
  public Value sequence(List<Layer> layers, Value x) {
    String outer = path;
    Value y = x;
    for (int i = 0; i < layers.size(); i++) {
      path = outer + i + "." + Names.of(layers.get(i).getClass()) + "/";
      y = layers.get(i).apply(this, y);
    }
    path = outer;
    return y;
  }

  @Override
  public Value part(String name, List<Layer> layers, Value x) {
    String outer = path;
    path = outer + name + "/";
    Value y = sequence(layers, x);
    path = outer;
    return y;
  }

  @Override
  public Shape shape(Value x) {
    return x.shape();
  }

  @Override
  public int classes() {
    return shapes.classes();
  }

  @Override
  public Value weights(Weights array, @Nullable Initializer initializer, boolean trainable) {
    String name = path + array.name();
    weights.add(name);
    return new Value(shapes.weights(array, initializer, trainable), 0, reference(name));
  }

  @Override
  public Value conv2d(Value x, Value kernel, Sweep sweep) {
    Shape shape = shapes.conv2d(x.shape(), kernel.shape(), sweep);
    int groups = x.shape().channels() / kernel.shape().sizes().get(2);
    return convolution(x, kernel, "%s.permute(3, 2, 0, 1)", groups, sweep, shape);
  }

  @Override
  public Value depthwiseConv2d(Value x, Value kernel, Sweep sweep) {
    Shape shape = shapes.depthwiseConv2d(x.shape(), kernel.shape(), sweep);
    String order = "%s.permute(2, 3, 0, 1).flatten(0, 1).unsqueeze(1)";
    return convolution(x, kernel, order, x.shape().channels(), sweep, shape);
  }

  private Value convolution(
      Value x, Value kernel, String order, int groups, Sweep sweep, Shape shape) {
    List<Integer> area = kernel.shape().sizes();
    Window rows = sweep.rows(x.shape().height(), area.get(0));
    Window columns = sweep.columns(x.shape().width(), area.get(1));
    StringBuilder options = new StringBuilder();
    option(options, "stride", sweep.strides());
    option(options, "dilation", sweep.dilation());
    if (groups > 1) {
      options.append(", groups=").append(groups);
    }
    Value padded = padded(x, rows, columns, "");
    return give(shape, "F.conv2d(%s, " + order + options + ")", padded, kernel);
  }

  private static void option(StringBuilder options, String name, Size size) {
    if (size.height() > 1 || size.width() > 1) {
      options.append(", ").append(name).append('=').append(pair(size));
    }
  }

  private static String pair(Size size) {
    return "(" + size.height() + ", " + size.width() + ")";
  }

  private Value padded(Value x, Window rows, Window columns, String value) {
    Margins margins = new Margins(rows.before(), rows.after(), columns.before(), columns.after());
    return margins.equals(Margins.all(0)) ? x : pad(x.shape(), x, margins, value);
  }

  /** The shape is only right for what follows at once. */
  private Value pad(Shape shape, Value x, Margins m, String value) {
    String sides = m.left() + ", " + m.right() + ", " + m.top() + ", " + m.bottom();
    return give(shape, "F.pad(%s, (" + sides + ")" + value + ")", x);
  }

  @Override
  public Value maxPool2d(Value x, Size poolSize, Size strides, Padding.Mode padding) {
    Shape shape = shapes.maxPool2d(x.shape(), poolSize, strides, padding);
    Value padded =
        padded(
            x,
            new Window(
                x.shape().height(), poolSize.height(), strides.height(), Padding.of(padding)),
            new Window(x.shape().width(), poolSize.width(), strides.width(), Padding.of(padding)),
            ", value=-torch.inf");
    return give(shape, "F.max_pool2d(%s, " + pair(poolSize) + ", " + pair(strides) + ")", padded);
  }

  /** Padding is not counted in a mean. */
  @Override
  public Value avgPool2d(Value x, Size poolSize, Size strides, Padding.Mode padding) {
    Shape shape = shapes.avgPool2d(x.shape(), poolSize, strides, padding);
    String pool = "F.avg_pool2d(%s, " + pair(poolSize) + ", " + pair(strides) + ")";
    Window rows =
        new Window(x.shape().height(), poolSize.height(), strides.height(), Padding.of(padding));
    Window columns =
        new Window(x.shape().width(), poolSize.width(), strides.width(), Padding.of(padding));
    Value padded = padded(x, rows, columns, "");
    if (padded.equals(x)) {
      return give(shape, pool, x);
    }
    Value counted = padded(give(x.shape(), "torch.ones_like(%s)", x), rows, columns, "");
    return give(shape, "%s / %s", give(shape, pool, padded), give(shape, pool, counted));
  }

  @Override
  public Value adaptivePool2d(Value x, Size output, Pool pool) {
    Shape shape = shapes.adaptivePool2d(x.shape(), output, pool);
    String kind = pool == Pool.MAX ? "max" : "avg";
    return give(shape, "F.adaptive_" + kind + "_pool2d(%s, " + pair(output) + ")", x);
  }

  @Override
  public Value flatten(Value x) {
    Shape shape = shapes.flatten(x.shape());
    return x.shape().isImage() ? give(shape, "%s.permute(0, 2, 3, 1).flatten(1)", x) : x;
  }

  @Override
  public Value matMul(Value x, Value matrix) {
    return give(shapes.matMul(x.shape(), matrix.shape()), "%s @ %s", x, matrix);
  }

  @Override
  public Value addBias(Value x, Value bias) {
    return join(x, "%s + " + bias.text() + channels(x, bias));
  }

  /** Makes a number a channel go with an image. */
  private static String channels(Value x, Value numbers) {
    return x.shape().isImage() && numbers.shape().count() > 1 ? "[:, None, None]" : "";
  }

  @Override
  public Value activate(ActivationFunction function, Value x) {
    return switch (function) {
      case LINEAR -> x;
      case RELU -> join(x, "F.relu(%s)");
      case RELU6 -> give(x.shape(), "F.relu6(%s)", x);
      case LEAKY_RELU -> give(x.shape(), "F.leaky_relu(%s, 0.01)", x);
      case ELU -> give(x.shape(), "F.elu(%s)", x);
      case GELU -> give(x.shape(), "F.gelu(%s)", x);
      case GELU_TANH -> give(x.shape(), "F.gelu(%s, approximate=\"tanh\")", x);
      case SILU -> give(x.shape(), "F.silu(%s)", x);
      case HARD_SWISH -> give(x.shape(), "F.hardswish(%s)", x);
      case TANH -> give(x.shape(), "torch.tanh(%s)", x);
      case SIGMOID -> give(x.shape(), "torch.sigmoid(%s)", x);
      case SOFTMAX -> give(x.shape(), "torch.softmax(%s, 1)", x);
    };
  }

  @Override
  public Value dropout(Value x, double rate, Dropped dropped) {
    String how = "(%s, " + rate + ", self.training)";
    return switch (dropped) {
      case NUMBERS -> give(x.shape(), "F.dropout" + how, x);
      case CHANNELS ->
          give(x.shape(), (x.shape().isImage() ? "F.dropout2d" : "F.dropout") + how, x);
      case EXAMPLES ->
          give(
              x.shape(),
              "%s * F.dropout(torch.ones_like(%s[:, :1"
                  + (x.shape().isImage() ? ", :1, :1" : "")
                  + "]), "
                  + rate
                  + ", self.training)",
              x,
              x);
    };
  }

  @Override
  public Value batchNorm(
      Value x, @Nullable Value scale, @Nullable Value offset, double momentum, double epsilon) {
    statistics.add(path + "mean");
    statistics.add(path + "variance");
    String text =
        "F.batch_norm(%s, "
            + reference(path + "mean")
            + ", "
            + reference(path + "variance")
            + ", "
            + (scale == null ? "None" : scale.text())
            + ", "
            + (offset == null ? "None" : offset.text())
            + ", self.training, "
            + (float) (1 - momentum)
            + ", "
            + epsilon
            + ")";
    return give(x.shape(), text, x);
  }

  @Override
  public Value normalizePlaces(Value x, double epsilon) {
    Value centred = give(x.shape(), "%s - %s.mean(1, keepdim=True)", x, x);
    return give(
        x.shape(),
        "%s * (%s.square().mean(1, keepdim=True) + " + epsilon + ").rsqrt()",
        centred,
        centred);
  }

  @Override
  public Value normalizeGroups(Value x, int groups, double epsilon) {
    return give(x.shape(), "F.group_norm(%s, " + groups + ", eps=" + epsilon + ")", x);
  }

  @Override
  public Value padImage(Value x, Margins margins) {
    return pad(shapes.padImage(x.shape(), margins), x, margins, "");
  }

  @Override
  public Value padChannels(Value x, int added) {
    String sides = (x.shape().isImage() ? "0, 0, 0, 0, " : "") + "0, " + added;
    return give(shapes.padChannels(x.shape(), added), "F.pad(%s, (" + sides + "))", x);
  }

  @Override
  public Value upSample(Value x, Size factors, Interpolation interpolation) {
    String mode = interpolation == Interpolation.NEAREST ? "nearest" : "bilinear";
    return give(
        shapes.upSample(x.shape(), factors, interpolation),
        "F.interpolate(%s, scale_factor=" + pair(factors) + ", mode=\"" + mode + "\")",
        x);
  }

  @Override
  public Value multiply(Value x, double factor) {
    return give(x.shape(), "%s * " + factor, x);
  }

  @Override
  public Value multiply(Value x, Value factors) {
    return give(x.shape(), "%s * %s" + channels(x, factors), x, factors);
  }

  @Override
  public Value multiplyChannels(Value image, Value row) {
    return give(image.shape(), "%s * %s[:, :, None, None]", image, row);
  }

  @Override
  public Value combine(Combination combination, List<Value> values) {
    Shape shape = shapes.combine(combination, values.stream().map(Value::shape).toList());
    String slots = values.stream().map(value -> "%s").collect(Collectors.joining(", "));
    String text =
        switch (combination) {
          case SUM -> slots.replace(", ", " + ");
          case PRODUCT -> slots.replace(", ", " * ");
          case CONCAT -> "torch.cat([" + slots + "], 1)";
        };
    return give(shape, text, values.toArray(Value[]::new));
  }
}
