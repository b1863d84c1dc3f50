package bakeoff.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Limits of chi-square are its quantiles at 0.999; the seeds are fixed, so nothing here flickers.
 */
final class ChanceTest {

  private static final int DRAWS = 100_000;

  @Test
  void isSplitMix64() {
    // What Vigna's splitmix64.c gives for these seeds.
    Chance zero = new Chance(0);
    assertEquals(0xE220A8397B1DCDAFL, zero.nextLong());
    assertEquals(0x6E789E6AA1B965F4L, zero.nextLong());
    assertEquals(0x06C45D188009454FL, zero.nextLong());
    Chance other = new Chance(1234567);
    assertEquals(0x599ED017FB08FC85L, other.nextLong());
    assertEquals(0x2C73F08458540FA5L, other.nextLong());
  }

  @Test
  void addressesStayWhatTheyAre() {
    // Worked out in Python's integers; a change here changes every result there is.
    assertEquals(0xF18D6CE93D6CF1EEL, Chance.address(1, Purpose.SHUFFLE));
    assertEquals(0xE481B3969835DF1EL, Chance.address(1, Purpose.TRAIN_AUGMENTATION, 4, 5));
    assertEquals(0x7560987352C0F381L, Chance.of(-7, Purpose.SHAPES, 0, 999).nextLong());
  }

  @Test
  void purposesHaveNumbersOfTheirOwn() {
    long[] numbers = Arrays.stream(Purpose.values()).mapToLong(Purpose::number).toArray();
    assertEquals(numbers.length, Arrays.stream(numbers).distinct().count());
  }

  @Test
  void neighbouringAddressesDiffer() {
    assertNotEquals(
        Chance.address(1, Purpose.SHUFFLE, 1, 0), Chance.address(1, Purpose.SHUFFLE, 0, 1));
    assertNotEquals(
        Chance.address(1, Purpose.SHUFFLE, 0), Chance.address(1, Purpose.SHUFFLE, 0, 0));
    assertNotEquals(Chance.address(0, Purpose.SHUFFLE, 1), Chance.address(1, Purpose.SHUFFLE, 0));
  }

  @Test
  void firstNumbersOfNeighboursAreUniform() {
    int[] image = {0};
    IntSupplier first =
        () -> Chance.of(1, Purpose.TRAIN_AUGMENTATION, 0, image[0]++, 0).nextInt(10);
    assertTrue(chiSquare(10, first) < 27.88);
  }

  @Test
  void nextDoubleIsUniform() {
    Chance chance = chance();
    assertTrue(chiSquare(20, () -> (int) (20 * chance.nextDouble())) < 43.82);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10})
  void nextIntIsUniform(int bound) {
    Chance chance = chance();
    double[] limits = {10.83, 13.82, 0, 0, 0, 22.46, 0, 0, 27.88};
    assertTrue(chiSquare(bound, () -> chance.nextInt(bound)) < limits[bound - 2]);
  }

  @Test
  void nextIntHasNoBiasWhereTheBoundDividesBadly() {
    // Of 8 numbers of 32 bits, 3 would give a residue 0, 3 a 1 and 2 a 2, were none rejected.
    Chance chance = chance();
    assertTrue(chiSquare(3, () -> chance.nextInt(3 << 29) % 3) < 13.82);
  }

  @Test
  void nextIntKeepsToItsBound() {
    Chance chance = chance();
    assertEquals(0, chance.nextInt(1));
    for (int i = 0; i < DRAWS; i++) {
      assertTrue(chance.nextInt(Integer.MAX_VALUE) >= 0);
    }
  }

  @Test
  void uniformKeepsToItsRange() {
    Chance chance = chance();
    double[] drawn = IntStream.range(0, DRAWS).mapToDouble(i -> chance.uniform(-3, 5)).toArray();
    assertTrue(Arrays.stream(drawn).allMatch(x -> x >= -3 && x < 5));
    assertEquals(1, Arrays.stream(drawn).average().orElseThrow(), 0.03);
  }

  @Test
  void happensAsOftenAsItShould() {
    Chance chance = chance();
    long count = IntStream.range(0, DRAWS).filter(i -> chance.happens(0.3)).count();
    assertEquals(0.3, count / (double) DRAWS, 0.006);
    assertTrue(IntStream.range(0, DRAWS).allMatch(i -> chance.happens(1)));
    assertTrue(IntStream.range(0, DRAWS).noneMatch(i -> chance.happens(0)));
  }

  @Test
  void nextGaussianHasTheNormalsMomentsAndTails() {
    Chance chance = chance();
    double[] drawn = IntStream.range(0, DRAWS).mapToDouble(i -> chance.nextGaussian()).toArray();
    assertEquals(0, Arrays.stream(drawn).average().orElseThrow(), 0.012);
    assertEquals(1, Arrays.stream(drawn).map(x -> x * x).average().orElseThrow(), 0.02);
    assertEquals(3, Arrays.stream(drawn).map(x -> x * x * x * x).average().orElseThrow(), 0.15);
    long outside = Arrays.stream(drawn).filter(x -> Math.abs(x) > 1.959964).count();
    assertEquals(0.05, outside / (double) DRAWS, 0.003);
  }

  @Test
  void aPermutationHoldsEachNumberOnce() {
    int[] order = chance().permutation(1_000);
    assertArrayEquals(IntStream.range(0, 1_000).toArray(), Arrays.stream(order).sorted().toArray());
    assertArrayEquals(new int[0], chance().permutation(0));
  }

  @Test
  void permutationsAreEquallyLikely() {
    Chance chance = chance();
    IntSupplier which =
        () -> {
          int[] order = chance.permutation(3);
          return 2 * order[0] + (order[1] > order[2] ? 1 : 0);
        };
    assertTrue(chiSquare(6, which) < 20.52);
  }

  private static Chance chance() {
    return Chance.of(1, Purpose.SHUFFLE);
  }

  /** Of equal frequencies, over {@link #DRAWS} draws. */
  private static double chiSquare(int cells, IntSupplier draw) {
    int[] counts = new int[cells];
    for (int i = 0; i < DRAWS; i++) {
      counts[draw.getAsInt()]++;
    }
    double expected = DRAWS / (double) cells;
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
