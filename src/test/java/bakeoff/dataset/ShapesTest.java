package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShapesTest {

  private static final Shapes SHAPES = new Shapes();
  private static final Dataset DATA = SHAPES.open(Path.of("nowhere"));

  @Test
  void areAsTheFactsSay() {
    assertEquals(4_000, DATA.train().count());
    assertEquals(1_000, DATA.test().count());
    assertEquals(
        List.of(
            "circle",
            "square",
            "triangle",
            "diamond",
            "star",
            "plus",
            "cross",
            "ring",
            "frame",
            "checkers"),
        SHAPES.facts().classes());
  }

  @Test
  void areTheSameForEver() throws NoSuchAlgorithmException {
    assertEquals(SHAPES.digest(), DecodedDigest.of(SHAPES, DATA));
  }

  @Test
  void classesAreBalanced() {
    int[] counts = new int[10];
    IntStream.range(0, 1_000).forEach(image -> counts[DATA.test().label(image)]++);
    int[] hundred = new int[10];
    Arrays.fill(hundred, 100);
    assertArrayEquals(hundred, counts);
  }

  @Test
  void noTestImageIsATrainingImage() {
    long different =
        IntStream.range(0, 5_000)
            .map(i -> i < 4_000 ? hash(DATA.train(), i) : hash(DATA.test(), i - 4_000))
            .distinct()
            .count();
    assertTrue(different > 4_990, "hashes of 32 bits may meet, but not often");
  }

  @Test
  void pixelsAreBytesOverTwoHundredFiftyFive() {
    float[] pixels = new float[3_072];
    DATA.train().read(3_999, pixels);
    for (float pixel : pixels) {
      assertTrue(pixel >= 0 && pixel <= 1);
      assertEquals(Math.round(pixel * 255) / 255f, pixel);
    }
  }

  private static int hash(Split split, int image) {
    float[] pixels = new float[3_072];
    split.read(image, pixels);
    return Arrays.hashCode(pixels);
  }
}
