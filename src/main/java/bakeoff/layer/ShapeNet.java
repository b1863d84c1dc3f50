package bakeoff.layer;

import bakeoff.initializer.Initializer;
import bakeoff.initializer.Weights;
import bakeoff.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Works out shapes, parameters and FLOPs, and finds what does not fit, without any tensor. */
public final class ShapeNet implements Net<Shape> {

  /** What Java and TensorFlow can index in one array. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  /** So many layers no machine trains; a page of nested repeats has billions. */
  private static final int MOST_LAYERS = 10_000;

  private final int classes;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<String> trainable = new ArrayList<>();
  private String path = "";
  private boolean frozen;
  private Draft current = new Draft("", -1, null);

  /** A row that is being worked out; those of composite layers stand before their layers'. */
  private static final class Draft {

    private final String name;
    private final int depth;
    private final @Nullable Layer layer;
    private boolean composite;
    private @Nullable Shape output;
    private String arithmetic = "";
    private long parameters;
    private long frozen;
    private long statistics;
    private long flops;

    Draft(String name, int depth, @Nullable Layer layer) {
      this.name = name;
      this.depth = depth;
      this.layer = layer;
    }
  }

  public ShapeNet(int classes) {
    this.classes = classes;
  }

  /** Of what is finished, in the order in which it stands in the file. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Draft d : drafts) {
      if (d.output != null) {
        rows.add(
            new Row(
                d.name,
                d.depth,
                d.composite,
                d.output,
                d.arithmetic,
                d.parameters,
                d.frozen,
                d.statistics,
                d.flops));
      }
    }
    return rows;
  }

  /**
   * The names of the arrays that learning can change: the place and kind of each layer around one,
   * and its own, as {@code 2.residual/body/0.conv2d/kernel}.
   */
  public List<String> weights() {
    return List.copyOf(trainable);
  }

  /** The layer that was being applied last: after a {@link Misfit}, the one that does not fit. */
  public @Nullable Layer current() {
    return current.layer;
  }

  @Override
  public Shape sequence(List<Layer> layers, Shape x) {
    String around = path;
    Shape y = x;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      String name = Names.of(layer.getClass());
      path = around + i + "." + name + "/";
      Draft outer = begin(name, layer);
      boolean frozenAround = frozen;
      frozen |= !layer.trainable();
      y = layer.apply(this, y);
      frozen = frozenAround;
      end(outer, y);
    }
    path = around;
    return y;
  }

  @Override
  public Shape part(String name, List<Layer> layers, Shape x) {
    String around = path;
    path = around + name + "/";
    Draft outer = begin(name, current.layer);
    Shape y = sequence(layers, x);
    end(outer, y);
    path = around;
    return y;
  }

  private Draft begin(String name, @Nullable Layer layer) {
    Draft outer = current;
    outer.composite = true;
    current = new Draft(name, outer.depth + 1, layer);
    drafts.add(current);
    if (drafts.size() > MOST_LAYERS) {
      throw new Misfit("more than " + MOST_LAYERS + " layers", "repeat less often");
    }
    return outer;
  }

  private void end(Draft outer, Shape output) {
    current.output = output;
    current = outer;
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
  public Shape weights(Weights weights, @Nullable Initializer initializer, boolean trainable) {
    Shape shape = new Shape(weights.shape());
    long count = requireCount(shape, "weights");
    current.parameters += count;
    boolean learns = trainable && !frozen;
    current.frozen += learns ? 0 : count;
    if (learns) {
      this.trainable.add(path + weights.name());
    }
    return shape;
  }

  @Override
  public Shape conv2d(Shape x, Shape kernel, Sweep sweep) {
    return convolve(x, kernel, sweep, kernel.channels(), kernel.sizes().get(2));
  }

  @Override
  public Shape depthwiseConv2d(Shape x, Shape kernel, Sweep sweep) {
    return convolve(x, kernel, sweep, x.channels() * kernel.channels(), 1);
  }

  private Shape convolve(Shape x, Shape kernel, Sweep sweep, int channels, int seen) {
    Window rows = sweep.rows(x.height(), kernel.height());
    Window columns = sweep.columns(x.width(), kernel.width());
    Shape out = slide(x, rows, columns, "kernel_size", channels);
    long products = Math.multiplyExact((long) kernel.height() * kernel.width(), (long) seen);
    current.flops += 2 * Math.multiplyExact(out.count(), products);
    return out;
  }

  @Override
  public Shape maxPool2d(Shape x, Size poolSize, Size strides, Padding.Mode padding) {
    return pool(x, poolSize, strides, padding);
  }

  @Override
  public Shape avgPool2d(Shape x, Size poolSize, Size strides, Padding.Mode padding) {
    return pool(x, poolSize, strides, padding);
  }

  private Shape pool(Shape x, Size poolSize, Size strides, Padding.Mode padding) {
    Sweep sweep = new Sweep(strides, Padding.of(padding), Size.square(1));
    Window rows = sweep.rows(x.height(), poolSize.height());
    Window columns = sweep.columns(x.width(), poolSize.width());
    return slide(x, rows, columns, "pool_size", x.channels());
  }

  @Override
  public Shape adaptivePool2d(Shape x, Size output, Pool pool) {
    current.arithmetic = new Size(x.height(), x.width()) + " -> " + output;
    return image(output.height(), output.width(), x.channels());
  }

  @Override
  public Shape flatten(Shape x) {
    long count = requireCount(x, "row");
    if (x.rank() > 1 && current.arithmetic.isEmpty()) {
      current.arithmetic = x.toString().replace("x", "·") + " = " + count;
    }
    return Shape.of((int) count);
  }

  @Override
  public Shape matMul(Shape x, Shape matrix) {
    current.flops += 2 * matrix.count();
    current.arithmetic = x + " -> " + matrix.channels();
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
  public Shape dropout(Shape x, double rate, Dropped dropped) {
    return x;
  }

  @Override
  public Shape batchNorm(
      Shape x, @Nullable Shape scale, @Nullable Shape offset, double momentum, double epsilon) {
    current.statistics += 2L * x.channels();
    return x;
  }

  @Override
  public Shape normalizePlaces(Shape x, double epsilon) {
    return x;
  }

  @Override
  public Shape normalizeGroups(Shape x, int groups, double epsilon) {
    return x;
  }

  @Override
  public Shape padImage(Shape x, Margins margins) {
    int height = margins.top() + x.height() + margins.bottom();
    int width = margins.left() + x.width() + margins.right();
    String vertical = sum(margins.top(), x.height(), margins.bottom(), height);
    String horizontal = sum(margins.left(), x.width(), margins.right(), width);
    current.arithmetic = vertical.equals(horizontal) ? vertical : vertical + ", " + horizontal;
    return image(height, width, x.channels());
  }

  private static String sum(int before, int input, int after, int output) {
    return before + " + " + input + " + " + after + " = " + output;
  }

  @Override
  public Shape padChannels(Shape x, int added) {
    current.arithmetic = x.channels() + " + " + added + " = " + (x.channels() + added);
    return image(x.height(), x.width(), x.channels() + added);
  }

  @Override
  public Shape upSample(Shape x, Size factors, Interpolation interpolation) {
    long height = (long) x.height() * factors.height();
    long width = (long) x.width() * factors.width();
    current.arithmetic = x.height() + "·" + factors.height() + " = " + height;
    return image(Math.toIntExact(height), Math.toIntExact(width), x.channels());
  }

  @Override
  public Shape multiply(Shape x, double factor) {
    return x;
  }

  @Override
  public Shape multiply(Shape x, Shape factors) {
    return x;
  }

  @Override
  public Shape multiplyChannels(Shape image, Shape row) {
    current.arithmetic = "";
    return image;
  }

  @Override
  public Shape combine(Combination combination, List<Shape> values) {
    Shape first = values.get(0);
    if (combination != Combination.CONCAT) {
      return first;
    }
    List<Integer> sizes = new ArrayList<>(first.sizes());
    int channels = values.stream().mapToInt(Shape::channels).reduce(0, Math::addExact);
    sizes.set(sizes.size() - 1, channels);
    List<String> terms = values.stream().map(value -> String.valueOf(value.channels())).toList();
    current.arithmetic = String.join(" + ", terms) + " = " + channels;
    Shape all = new Shape(sizes);
    requireCount(all, "output");
    return all;
  }

  private Shape slide(Shape x, Window rows, Window columns, String key, int channels) {
    if (rows.output() < 1 || columns.output() < 1) {
      throw new Misfit(
          key
              + " "
              + new Size(rows.window(), columns.window())
              + " is larger than the input, "
              + x
              + " ("
              + rows.arithmetic()
              + ")",
          "use a smaller " + key + ", `padding: same`, or fewer pools and strides before it");
    }
    current.arithmetic =
        rows.equals(columns) ? rows.arithmetic() : rows.arithmetic() + ", " + columns.arithmetic();
    return image(rows.output(), columns.output(), channels);
  }

  private static Shape image(int height, int width, int channels) {
    Shape image = Shape.of(height, width, channels);
    requireCount(image, "output");
    return image;
  }

  private static long requireCount(Shape shape, String what) {
    double count =
        shape.sizes().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (count > LARGEST) {
      throw new Misfit(
          String.format(
              Locale.ROOT,
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
