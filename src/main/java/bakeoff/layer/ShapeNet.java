package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out shapes, parameters and FLOPs, and finds what does not fit, without any tensor. */
public final class ShapeNet implements Net<Shape> {

  /** What Java and TensorFlow can index in one array. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private final int classes;
  private final List<Row> rows = new ArrayList<>();
  private @Nullable Layer current;
  private String arithmetic = "";
  private long parameters;
  private long flops;

  public ShapeNet(int classes) {
    this.classes = classes;
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The layer that was being applied last: after a {@link Misfit}, the one that does not fit. */
  public @Nullable Layer current() {
    return current;
  }

  @Override
  public Shape sequence(List<Layer> layers, Shape x) {
    Shape y = x;
    for (Layer layer : layers) {
      current = layer;
      arithmetic = "";
      parameters = 0;
      flops = 0;
      y = layer.apply(this, y);
      rows.add(new Row(layer, y, arithmetic, parameters, flops));
    }
    return y;
  }

  @Override
  public Shape shape(Shape x) {
    return x;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Shape weights(Weights weights, @Nullable Initializer initializer) {
    Shape shape = new Shape(weights.shape());
    parameters += requireCount(shape, "weights");
    return shape;
  }

  @Override
  public Shape conv2d(Shape x, Shape kernel, Size strides, Padding padding) {
    Size window = new Size(kernel.height(), kernel.width());
    Shape out = slide(x, window, strides, padding, "kernel_size", kernel.channels());
    flops += 2 * Math.multiplyExact(out.count(), kernel.count() / kernel.channels());
    return out;
  }

  @Override
  public Shape maxPool2d(Shape x, Size poolSize, Size strides, Padding.Mode padding) {
    return slide(x, poolSize, strides, Padding.of(padding), "pool_size", x.channels());
  }

  @Override
  public Shape avgPool2d(Shape x, Size poolSize, Size strides, Padding.Mode padding) {
    return slide(x, poolSize, strides, Padding.of(padding), "pool_size", x.channels());
  }

  @Override
  public Shape flatten(Shape x) {
    long count = requireCount(x, "row");
    arithmetic = x.rank() == 1 ? "" : x.toString().replace("x", "·") + " = " + count;
    return Shape.of((int) count);
  }

  @Override
  public Shape matMul(Shape x, Shape matrix) {
    flops += 2 * matrix.count();
    arithmetic = x + " -> " + matrix.channels();
    return Shape.of(matrix.channels());
  }

  @Override
  public Shape addBias(Shape x, Shape bias) {
    return x;
  }

  @Override
  public Shape activate(ActivationFunction function, Shape x) {
    return x;
  }

  @Override
  public Shape dropout(Shape x, double rate) {
    return x;
  }

  private Shape slide(
      Shape x, Size window, Size strides, Padding padding, String key, int channels) {
    Window rows = new Window(x.height(), window.height(), strides.height(), padding);
    Window columns = new Window(x.width(), window.width(), strides.width(), padding);
    if (rows.output() < 1 || columns.output() < 1) {
      throw new Misfit(
          key + " " + window + " is larger than the input, " + x + " (" + rows.arithmetic() + ")",
          "use a smaller " + key + ", `padding: same`, or fewer pools and strides before it");
    }
    arithmetic =
        rows.equals(columns) ? rows.arithmetic() : rows.arithmetic() + ", " + columns.arithmetic();
    Shape out = Shape.of(rows.output(), columns.output(), channels);
    requireCount(out, "output");
    return out;
  }

  private static long requireCount(Shape shape, String what) {
    double count =
        shape.sizes().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (count > LARGEST) {
      throw new Misfit(
          String.format(
              java.util.Locale.ROOT,
              "%s of %s, %.3g numbers, would take %.1f GB",
              what,
              shape,
              count,
              count * 4 / 1e9),
          "an array holds at most " + LARGEST + " numbers");
    }
    return shape.count();
  }
}
