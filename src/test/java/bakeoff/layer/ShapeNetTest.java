package bakeoff.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeNetTest {

  /** The network of PyTorch's CIFAR-10 tutorial, whose parameters PyTorch counts as 62,006. */
  @Test
  void agreesWithPyTorchOnTheTutorialsNetwork() {
    List<Row> rows =
        rows(
            10,
            Shape.of(32, 32, 3),
            List.of(
                conv(6, 5, Padding.Mode.VALID),
                pool(2, 2),
                conv(16, 5, Padding.Mode.VALID),
                pool(2, 2),
                new Flatten(),
                dense(120),
                dense(84),
                Layers.dense(
                    Units.of(Units.Named.CLASSES), true, ActivationFunction.LINEAR, null)));
    assertEquals(
        List.of("28x28x6", "14x14x6", "10x10x16", "5x5x16", "400", "120", "84", "10"),
        rows.stream().map(row -> row.output().toString()).toList());
    assertEquals(
        List.of(456L, 0L, 2_416L, 0L, 0L, 48_120L, 10_164L, 850L),
        rows.stream().map(Row::parameters).toList());
    assertEquals(62_006, rows.stream().mapToLong(Row::parameters).sum());
    // A multiply-add is two: 28·28·6 outputs of 5·5·3 products, and so on.
    assertEquals(
        List.of(705_600L, 0L, 480_000L, 0L, 0L, 96_000L, 20_160L, 1_680L),
        rows.stream().map(Row::flops).toList());
    assertEquals(
        List.of(
            "floor((32 + 2·0 - 5)/1) + 1 = 28",
            "floor((28 + 2·0 - 2)/2) + 1 = 14",
            "floor((14 + 2·0 - 5)/1) + 1 = 10",
            "floor((10 + 2·0 - 2)/2) + 1 = 5",
            "5·5·16 = 400",
            "400 -> 120",
            "120 -> 84",
            "84 -> 10"),
        rows.stream().map(Row::arithmetic).toList());
  }

  @Test
  void whatIsInAFrozenLayerIsFrozen() {
    ShapeNet net = new ShapeNet(10);
    net.sequence(
        List.of(new Repeat(2, List.of(new Sequential(List.of(dense(5)), false)), true), dense(4)),
        Shape.of(5));
    assertEquals(2 * 30, net.rows().stream().mapToLong(Row::frozen).sum());
    assertEquals(List.of("1.dense/kernel", "1.dense/bias"), net.weights());
  }

  /**
   * VGG-16: 14,714,688 parameters without its dense layers and 138,357,544 with them, as Keras's
   * and PyTorch's documentation give them; 15.47 thousand million multiply-adds (Sovrasov's ptflops
   * table: 15.5).
   */
  @Test
  void agreesWithKerasAndPyTorchOnVgg16() {
    List<Layer> layers = new ArrayList<>();
    int[][] blocks = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
    for (int[] block : blocks) {
      for (int i = 0; i < block[1]; i++) {
        layers.add(conv(block[0], 3, Padding.Mode.SAME));
      }
      layers.add(pool(2, 2));
    }
    List<Row> base = rows(1_000, Shape.of(224, 224, 3), layers);
    assertEquals("7x7x512", base.get(base.size() - 1).output().toString());
    assertEquals(14_714_688, base.stream().mapToLong(Row::parameters).sum());

    layers.addAll(List.of(new Flatten(), dense(4_096), dense(4_096), dense(1_000)));
    List<Row> all = rows(1_000, Shape.of(224, 224, 3), layers);
    assertEquals(138_357_544, all.stream().mapToLong(Row::parameters).sum());
    assertEquals(2 * 15.47e9, (double) all.stream().mapToLong(Row::flops).sum(), 2 * 0.005e9);
  }

  /** AlexNet's first layers: 227 -> 55 -> 27 -> 27 -> 13 (Krizhevsky et al. 2012). */
  @Test
  void stridesAndPaddingInPixelsAreAlexNets() {
    List<Row> rows =
        rows(
            1_000,
            Shape.of(227, 227, 3),
            List.of(
                conv(96, 11, 4, Padding.zeros(0)),
                pool(3, 2),
                conv(256, 5, 1, Padding.zeros(2)),
                pool(3, 2)));
    assertEquals(
        List.of("55x55x96", "27x27x96", "27x27x256", "13x13x256"),
        rows.stream().map(row -> row.output().toString()).toList());
    assertEquals("floor((27 + 2·2 - 5)/1) + 1 = 27", rows.get(2).arithmetic());
    assertEquals(34_944, rows.get(0).parameters());
  }

  @Test
  void heightAndWidthAreToldApart() {
    Conv2d layer =
        Layers.conv2d(
            2,
            new Size(3, 5),
            new Size(1, 2),
            Padding.of(Padding.Mode.VALID),
            false,
            ActivationFunction.RELU,
            null);
    Row row = rows(10, Shape.of(10, 20, 1), List.of(layer)).get(0);
    assertEquals("8x8x2", row.output().toString());
    assertEquals(3 * 5 * 2, row.parameters());
    assertEquals(2L * 8 * 8 * 2 * 3 * 5, row.flops());
    assertEquals(
        "floor((10 + 2·0 - 3)/1) + 1 = 8, floor((20 + 2·0 - 5)/2) + 1 = 8", row.arithmetic());
  }

  @Test
  void poolsMoveByTheirSizeUnlessTold() {
    MaxPool2d overlapping = new MaxPool2d(Size.square(3), Size.square(1), Padding.Mode.SAME);
    AvgPool2d plain = new AvgPool2d(Size.square(3), null, Padding.Mode.VALID);
    List<Row> rows = rows(10, Shape.of(32, 32, 3), List.of(overlapping, plain));
    assertEquals("32x32x3", rows.get(0).output().toString());
    assertEquals("10x10x3", rows.get(1).output().toString());
    assertEquals("ceil(32/1) = 32", rows.get(0).arithmetic());
  }

  private static List<Row> rows(int classes, Shape input, List<Layer> layers) {
    ShapeNet net = new ShapeNet(classes);
    net.sequence(layers, input);
    return net.rows();
  }

  private static Conv2d conv(int filters, int side, Padding.Mode padding) {
    return conv(filters, side, 1, Padding.of(padding));
  }

  private static Conv2d conv(int filters, int side, int stride, Padding padding) {
    return Layers.conv2d(
        filters,
        Size.square(side),
        Size.square(stride),
        padding,
        true,
        ActivationFunction.RELU,
        null);
  }

  private static MaxPool2d pool(int side, int stride) {
    return new MaxPool2d(Size.square(side), Size.square(stride), Padding.Mode.VALID);
  }

  private static Dense dense(int units) {
    return Layers.dense(Units.of(units), true, ActivationFunction.RELU, null);
  }
}
