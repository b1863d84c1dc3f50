package bakeoff.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final Summary SLEEP_1 =
      Summary.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
  private static final Summary SLEEP_2 =
      Summary.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

  private static Difference of(Summary a, Summary b) {
    return Difference.of(a, b, PooledVariance.of(List.of(a, b)));
  }

  /** A network that always names one class has no variance to lend. */
  @Test
  void aDeadNetworkLendsNothing() {
    Summary dead = Summary.of(0.1, 0.1, 0.1);
    Summary one = Summary.of(0.61);
    Summary other = Summary.of(0.611);
    PooledVariance pooled = PooledVariance.of(List.of(dead, one, other));
    assertEquals(Difference.Test.NONE, Difference.of(one, other, pooled).test());
    assertTrue(Double.isNaN(Difference.of(one, other, pooled).p()));
  }

  /** Beside it, the others are tested as if it were not there. */
  @Test
  void aDeadNetworkChangesNoOthersTest() {
    Summary dead = Summary.of(0.1, 0.1, 0.1);
    Summary many = Summary.of(0.60, 0.61, 0.62);
    Summary other = Summary.of(0.63, 0.64, 0.65);
    Summary one = Summary.of(0.64);
    for (Summary second : List.of(other, one)) {
      Difference alone = of(many, second);
      List<Summary> all = List.of(dead, many, second, dead);
      assertEquals(alone, Difference.of(many, second, PooledVariance.of(all)));
      assertTrue(alone.p() > 0.01);
    }
  }

  /** R: {@code t.test(extra ~ group, data = sleep, var.equal = TRUE)}. */
  @Test
  void pooled() {
    Difference found = of(SLEEP_1, SLEEP_2);
    assertEquals(Difference.Test.POOLED_T, found.test());
    assertEquals(1.58, found.difference(), 1e-9);
    assertEquals(18, found.degreesOfFreedom());
    assertEquals(0.07919, found.p(), 1e-5);
    assertEquals(-0.203874, found.low(), 1e-6);
    assertEquals(3.363874, found.high(), 1e-6);
  }

  /** The second example of Wikipedia's page on Welch's test; the rest from SciPy 1.17. */
  @Test
  void welch() {
    Summary a = Summary.of(17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8);
    Summary b =
        Summary.of(
            21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5,
            23.6, 21.5, 22.5, 23.5, 21.5, 21.8);
    assertEquals(
        3.067771174e-5, VarianceRatio.p(a.variance(), 9, b.variance(), 19), 1e-12, "F test");
    Difference found = of(a, b);
    assertEquals(Difference.Test.WELCH, found.test());
    assertEquals(9.904741, found.degreesOfFreedom(), 1e-6);
    assertEquals(0.148842, found.p(), 1e-6);
    assertEquals(-0.648421, found.low(), 1e-6);
    assertEquals(3.698421, found.high(), 1e-6);
  }

  /** By hand: pooled variance 2 with 4 degrees of freedom, t = 3 / sqrt(2 (1 + 1/3)). */
  @Test
  void oneSeedBorrows() {
    Summary three = Summary.of(1, 2, 3);
    Summary other = new Summary(3, 9, 3);
    PooledVariance pooled = PooledVariance.of(List.of(three, other, Summary.of(5.0)));
    assertEquals(new PooledVariance(2, 4), pooled);
    Difference found = Difference.of(three, Summary.of(5.0), pooled);
    assertEquals(Difference.Test.BORROWED, found.test());
    assertEquals(Math.sqrt(8 / 3.0), found.error(), 1e-12);
    assertEquals(4, found.degreesOfFreedom());
    assertEquals(0.140066, found.p(), 1e-6);
  }

  @Test
  void nothingToBorrow() {
    Difference found = of(Summary.of(0.5), Summary.of(0.6));
    assertEquals(Difference.Test.NONE, found.test());
    assertEquals(Verdict.ONE_SEED, Verdict.of(found, found.p(), Verdict.ALPHA));
  }

  @Test
  void identicalRuns() {
    for (Summary runs : List.of(Summary.of(0.1, 0.1), Summary.of(0.4, 0.5, 0.6))) {
      Difference found = of(runs, runs);
      assertEquals(new Difference(0, 0, 0, 1, found.test(), 0, found.degreesOfFreedom()), found);
      assertEquals(Verdict.NO_DIFFERENCE, Verdict.of(found, found.p(), Verdict.ALPHA));
    }
  }

  @Test
  void noVarianceButADifference() {
    Difference found = of(Summary.of(0.1, 0.1), Summary.of(0.2, 0.2));
    assertFalse(Double.isNaN(found.p()));
    assertEquals(Verdict.BETTER, Verdict.of(found, found.p(), Verdict.ALPHA));
  }

  /** Two pairs that happen to agree exactly are not proof in a folder where seeds do matter. */
  @Test
  void twoConstantSidesInAVaryingFolder() {
    Summary a = Summary.of(0.50, 0.50);
    Summary b = Summary.of(0.51, 0.51);
    Summary rest = new Summary(11, 0.5, 0.0001);
    Difference found = Difference.of(a, b, PooledVariance.of(List.of(a, b, rest)));
    assertTrue(found.p() > 0.2, "p = " + found.p());
  }

  @Test
  void aSideMuchNoisierThanTheFolderHasItsOwnVariance() {
    Summary calm = new Summary(5, 0.5, 0.0001);
    Summary calmToo = new Summary(5, 0.51, 0.0001);
    Summary wild = new Summary(5, 0.52, 0.01);
    PooledVariance withWild = PooledVariance.of(List.of(calm, calm, calm, calm, wild));
    PooledVariance withoutWild = PooledVariance.of(List.of(calm, calmToo, calm, calm));
    assertEquals(Difference.Test.WELCH, Difference.of(calm, wild, withWild).test());
    assertEquals(Difference.Test.POOLED_T, Difference.of(calm, calmToo, withoutWild).test());
  }
}
