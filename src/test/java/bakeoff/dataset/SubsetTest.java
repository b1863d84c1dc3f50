package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubsetTest {

  private static final Facts WHOLE = new Shapes().facts();
  private static final Dataset SHAPES = new Shapes().open(Path.of("nowhere"));

  private static List<Integer> labels(Split split) {
    return IntStream.range(0, split.count()).mapToObj(split::label).toList();
  }

  /** What tells an image of the shapes from any other. */
  private static int first(Split split, int image) {
    float[] pixels = new float[32 * 32 * 3];
    split.read(image, pixels);
    return java.util.Arrays.hashCode(pixels);
  }

  @Test
  void aFractionIsOfEachClassAndOfTrainingAlone() {
    Subset tenth = Subset.of(0.1);
    Dataset part = tenth.of(SHAPES, WHOLE);
    assertEquals(400, part.train().count());
    assertEquals(1_000, part.test().count());
    List<Integer> labels = labels(part.train());
    for (int c = 0; c < 10; c++) {
      int label = c;
      assertEquals(40, labels.stream().filter(l -> l == label).count());
    }
    assertEquals(400, tenth.of(WHOLE).trainImages());
    assertEquals(1_000, tenth.of(WHOLE).testImages());
    assertEquals(WHOLE.classes(), tenth.of(WHOLE).classes());
  }

  @Test
  void imagesKeepTheirOrder() {
    Dataset part = Subset.of(0.1).of(SHAPES, WHOLE);
    int[] wanted = IntStream.range(0, 400).map(i -> first(part.train(), i)).toArray();
    int[] found =
        IntStream.range(0, 4_000)
            .map(i -> first(SHAPES.train(), i))
            .filter(image -> IntStream.of(wanted).anyMatch(w -> w == image))
            .toArray();
    assertArrayEquals(wanted, found);
  }

  @Test
  void classesCountFromZeroInTheDataSetsOrder() {
    Subset two = new Subset(1, List.of("star", "square"), 0);
    Dataset part = two.of(SHAPES, WHOLE);
    assertEquals(List.of("square", "star"), two.of(WHOLE).classes());
    assertEquals(800, part.train().count());
    assertEquals(200, part.test().count());
    // Shapes take turns, squares at 1, 11, 21 …, stars at 4, 14, …
    assertEquals(List.of(0, 1, 0, 1), labels(part.test()).subList(0, 4));
    assertEquals(first(SHAPES.test(), 1), first(part.test(), 0));
    assertEquals(first(SHAPES.test(), 14), first(part.test(), 3));
    assertEquals(List.of(400, 400), two.of(WHOLE).train());
    assertEquals(List.of(100, 100), two.of(WHOLE).test());
  }

  @Test
  void theSeedDecidesWhichAndNothingElse() {
    Split one = new Subset(0.1, List.of(), 1).of(SHAPES, WHOLE).train();
    Split same = new Subset(0.1, List.of(), 1).of(SHAPES, WHOLE).train();
    Split other = new Subset(0.1, List.of(), 2).of(SHAPES, WHOLE).train();
    int[] images = IntStream.range(0, 400).map(i -> first(one, i)).toArray();
    assertArrayEquals(images, IntStream.range(0, 400).map(i -> first(same, i)).toArray());
    assertNotEquals(images[0], first(other, 0));
    // A class's images are the same whatever other classes there are.
    Split alone = new Subset(0.1, List.of("circle", "star"), 1).of(SHAPES, WHOLE).train();
    assertTrue(IntStream.of(images).anyMatch(image -> image == first(alone, 0)));
  }

  @Test
  void aClassKeepsAnImageAtLeast() {
    assertEquals(10, Subset.of(1e-9).of(WHOLE).trainImages());
    assertEquals(10, Subset.of(1e-9).of(SHAPES, WHOLE).train().count());
  }
}
