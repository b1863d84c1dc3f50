package bakeoff.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MisfitTest {

  private static final Shape IMAGE = Shape.of(32, 32, 3);

  @Test
  void aKernelLargerThanItsInput() {
    Misfit misfit = misfit(IMAGE, conv(4, 33));
    assertEquals(
        "kernel_size 33x33 is larger than the input, 32x32x3 (floor((32 + 2·0 - 33)/1) + 1 = 0)",
        misfit.getMessage());
    assertTrue(misfit.hint().contains("padding: same"), misfit.hint());
  }

  @Test
  void aKernelOfTheInputsSizeFits() {
    assertEquals("1x1x4", new ShapeNet(10).sequence(List.of(conv(4, 32)), IMAGE).toString());
  }

  @Test
  void aWindowTooLargeByOneIsNotRoundedIntoFitting() {
    Layer pool = new MaxPool2d(Size.square(33), Size.square(2), Padding.Mode.VALID);
    assertTrue(String.valueOf(misfit(IMAGE, pool).getMessage()).startsWith("pool_size 33x33"));
  }

  @Test
  void denseOnAnImage() {
    Misfit misfit = misfit(IMAGE, dense(10));
    assertEquals("dense takes a row of numbers, but its input is 32x32x3", misfit.getMessage());
    assertTrue(misfit.hint().contains("`flatten` before it, which makes 3072 numbers"));
  }

  @Test
  void conv2dAfterFlatten() {
    Misfit misfit = misfit(IMAGE, new Flatten(), conv(4, 3));
    assertEquals(
        "conv2d takes an image, height x width x channels, but its input is 3072",
        misfit.getMessage());
    assertTrue(misfit.hint().contains("before the `flatten`"), misfit.hint());
  }

  @Test
  void weightsThatNoMemoryHolds() {
    Misfit misfit = misfit(IMAGE, new Flatten(), dense(2_000_000_000));
    // 3,072 x 2,000,000,000 numbers of four bytes.
    assertEquals(
        "weights of 3072x2000000000, 6.14e+12 numbers, would take 24576.0 GB", misfit.getMessage());
  }

  @Test
  void filtersWhoseOutputNoMemoryHolds() {
    Misfit misfit = misfit(IMAGE, conv(3_000_000, 1));
    assertTrue(
        String.valueOf(misfit.getMessage()).contains("output of 32x32x3000000"),
        misfit.getMessage());
    assertTrue(String.valueOf(misfit.getMessage()).contains("12.3 GB"), misfit.getMessage());
  }

  @Test
  void theNetKnowsWhichLayerItWas() {
    ShapeNet net = new ShapeNet(10);
    Layer wrong = dense(10);
    assertThrows(Misfit.class, () -> net.sequence(List.of(conv(4, 3), wrong), IMAGE));
    assertSame(wrong, net.current());
    assertEquals(1, net.rows().size());
  }

  private static Misfit misfit(Shape input, Layer... layers) {
    return assertThrows(Misfit.class, () -> new ShapeNet(10).sequence(List.of(layers), input));
  }

  private static Layer conv(int filters, int side) {
    return Layers.conv2d(
        filters,
        Size.square(side),
        Size.square(1),
        Padding.of(Padding.Mode.VALID),
        true,
        ActivationFunction.LINEAR,
        null);
  }

  private static Layer dense(int units) {
    return Layers.dense(Units.of(units), true, ActivationFunction.LINEAR, null);
  }
}
