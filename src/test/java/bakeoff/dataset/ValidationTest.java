package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationTest {

  /** Images of one pixel, which is their number; the classes take turns 0 0 0 1 1 2. */
  private record Turns(int count) implements Split {

    @Override
    public int label(int image) {
      return image % 6 < 3 ? 0 : image % 6 < 5 ? 1 : 2;
    }

    @Override
    public void read(int image, float[] pixels) {
      pixels[0] = image;
    }
  }

  private static Facts facts(Integer... train) {
    List<String> names = IntStream.range(0, train.length).mapToObj(i -> "c" + i).toList();
    return new Facts(names, 1, 1, 1, List.of(train), List.of(train));
  }

  private static Validation images(int count, int seed) {
    return new Validation(null, count, seed);
  }

  /** Shares of 50, 30 and 20 images: by hand. */
  @Test
  void aClassHasItsShareAndTheRestGoesByTheLargestRemainders() {
    Facts facts = facts(50, 30, 20);
    // 6.5, 3.9, 2.6: 6 + 3 + 2 = 11, and the two largest remainders are 0.9 and 0.6.
    assertEquals(List.of(6, 4, 3), images(13, 0).counts(facts));
    // 0.5, 0.3, 0.2
    assertEquals(List.of(1, 0, 0), images(1, 0).counts(facts));
    // 3.5, 2.1, 1.4
    assertEquals(List.of(4, 2, 1), images(7, 0).counts(facts));
    assertEquals(List.of(5, 3, 2), Validation.of(0.1).counts(facts));
  }

  /** 4 of 3 + 3 + 3: each a third more than 1. */
  @Test
  void ofEqualRemaindersTheFirstClassesHaveMore() {
    assertEquals(List.of(2, 1, 1), images(4, 0).counts(facts(3, 3, 3)));
    assertEquals(List.of(2, 2, 1), images(5, 0).counts(facts(3, 3, 3)));
  }

  @Test
  void aFractionIsRoundedOnceOverAllClasses() {
    // 0.15 of 3 x 7 is 3.15: one image a class, not the 1.05 of each rounded up.
    assertEquals(3, Validation.of(0.15).count(facts(7, 7, 7)));
    assertEquals(List.of(1, 1, 1), Validation.of(0.15).counts(facts(7, 7, 7)));
    assertEquals(5_000, Validation.of(0.1).count(new Cifar10().facts()));
    assertEquals(
        IntStream.range(0, 10).mapToObj(c -> 500).toList(),
        Validation.of(0.1).counts(new Cifar10().facts()));
  }

  private static Dataset divide(Validation validation, int count) {
    return validation.of(
        new Dataset(new Turns(count), new Turns(12)), facts(count / 2, count / 3, count / 6));
  }

  private static List<Integer> numbers(@Nullable Split split) {
    assertNotNull(split);
    float[] pixel = new float[1];
    return IntStream.range(0, split.count())
        .map(
            i -> {
              split.read(i, pixel);
              assertEquals(new Turns(0).label((int) pixel[0]), split.label(i));
              return (int) pixel[0];
            })
        .boxed()
        .toList();
  }

  @Test
  void everyImageIsInOnePart() {
    Dataset parts = divide(images(100, 0), 600);
    List<Integer> train = numbers(parts.train());
    List<Integer> aside = numbers(parts.validation());
    assertEquals(500, train.size());
    assertEquals(100, aside.size());
    Set<Integer> all = new HashSet<>(train);
    assertTrue(aside.stream().noneMatch(all::contains));
    all.addAll(aside);
    assertEquals(600, all.size());
    assertEquals(List.copyOf(new TreeSet<>(train)), train);
    assertEquals(List.copyOf(new TreeSet<>(aside)), aside);
    assertEquals(12, parts.test().count());
  }

  @Test
  void thePartsHaveTheCountsThatAreTold() {
    Dataset parts = divide(images(100, 3), 600);
    List<Integer> aside = numbers(parts.validation());
    // 50, 33.3, 16.7
    for (int label = 0; label < 3; label++) {
      int here = label;
      long of = aside.stream().filter(image -> new Turns(0).label(image) == here).count();
      assertEquals(List.of(50L, 33L, 17L).get(label), of);
    }
  }

  @Test
  void theSeedAloneDecidesWhich() {
    List<Integer> some = numbers(divide(images(60, 0), 600).validation());
    assertEquals(some, numbers(divide(images(60, 0), 600).validation()));
    assertNotEquals(some, numbers(divide(images(60, 1), 600).validation()));
    // A larger part holds the smaller one.
    assertTrue(numbers(divide(images(120, 0), 600).validation()).containsAll(some));
    // It is drawn, not taken from an end.
    assertFalse(some.get(0) == 0 && some.get(59) == 99);
  }

  @Test
  void testImagesAreLeftAlone() {
    Split test = new Turns(12);
    Dataset whole = new Dataset(new Turns(60), test);
    assertSame(test, images(6, 0).of(whole, facts(30, 20, 10)).test());
  }
}
