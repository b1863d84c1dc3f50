package bakeoff.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

  /** Wikipedia's example of the Holm-Bonferroni method: 0.01, 0.04, 0.03, 0.005. */
  @Test
  void holm() {
    double[] adjusted = Holm.adjust(0.01, 0.04, 0.03, 0.005);
    assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, adjusted, 1e-12);
  }

  @Test
  void holmLeavesOutWhatWasNotTested() {
    double[] adjusted = Holm.adjust(Double.NaN, 0.7, 0.02);
    assertArrayEquals(new double[] {Double.NaN, 0.7, 0.04}, adjusted, 1e-12);
  }

  /** SciPy 1.17, {@code studentized_range.sf}; 3.77 and 6.085 are in the printed tables at 0.05. */
  @ParameterizedTest
  @CsvSource({
    "3.77, 3, 12, 0.0501824",
    "6.085, 2, 2, 0.0499980",
    "4.9, 8, 16, 0.0497504",
    "3.5, 3, 10, 0.0771033",
    "5, 30, 60, 0.1401870",
    "4, 8, 3, 0.3327980",
    "10, 5, 2, 0.0587818",
    "5.5, 1000, 2000, 0.9894816",
    "3.314, 3, 1000000, 0.0500441",
  })
  void studentizedRange(double range, int means, double freedom, double beyond) {
    assertEquals(beyond, new StudentizedRange(means).beyond(range, freedom), 2e-6);
  }

  @ParameterizedTest
  @CsvSource({"5, 15, 0.04138947", "900, 1050, 0.00073632", "5200, 5000, 0.04878796", "7, 7, 1"})
  void mcNemar(int onlyFirst, int onlySecond, double p) {
    assertEquals(p, McNemar.p(onlyFirst, onlySecond), 1e-8);
    assertEquals(p, McNemar.p(onlySecond, onlyFirst), 1e-8);
  }

  @Test
  void mcNemarOfNothing() {
    assertEquals(1, McNemar.p(0, 0));
  }

  /** The first is R's {@code power.t.test(delta = 1, sd = 1, power = 0.8)}; all by noncentral t. */
  @ParameterizedTest
  @CsvSource({"1, 1, 17", "1, 0.95, 16", "2, 0.8, 4", "2, 0.9, 5", "0.5, 0.88, 50", "0.1, 1, 1571"})
  void seedsNeeded(double difference, double sd, int seeds) {
    assertEquals(seeds, SeedsNeeded.perSide(difference, sd), seeds < 100 ? 0 : 1);
    assertEquals(seeds, SeedsNeeded.perSide(-difference, sd), seeds < 100 ? 0 : 1);
  }

  @Test
  void seedsNeededAtTheEdges() {
    assertEquals(2, SeedsNeeded.perSide(5, 0));
    assertEquals(1_000_000_000, SeedsNeeded.perSide(0, 1));
    assertEquals(49, SeedsNeeded.perSide(0.5, 0.88, 1000));
    assertEquals(26, SeedsNeeded.perSide(1, 1, 0, 0.01), 1, "SciPy 1.17, noncentral t: 26");
  }

  /** By SciPy, integrated over the spread that is estimated. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.36, 0, 10", "0.5, 0.36, 12, 10", "1, 1, 0, 18", "0.5, 0.3, 0, 7"})
  void seedsNeededToShowEquality(double margin, double sd, int others, int seeds) {
    assertEquals(seeds, SeedsNeeded.toShowEquality(margin, sd, others), 1);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.36, 7", "1, 1, 11", "0.5, 0.2, 4"})
  void seedsNeededInPairs(double margin, double sd, int seeds) {
    assertEquals(seeds, SeedsNeeded.toShowEqualityOfPairs(margin, sd), 1);
  }

  @Test
  void plannedWithoutLeaderIsHolm() {
    List<PlannedComparison> planned =
        List.of(comparison(2.0, false), comparison(3.0, false), comparison(0.5, false));
    double[] raw = planned.stream().mapToDouble(c -> c.difference().p()).toArray();
    assertArrayEquals(Holm.adjust(raw), PlannedComparison.adjust(planned, 4), 1e-12);
  }

  /** All against the leader of three, t = 3.77 / sqrt(2) with 12 degrees: Tukey's 0.0501824. */
  @Test
  void onlyTheLeaderIsTukey() {
    List<PlannedComparison> planned =
        List.of(comparison(3.77 / Math.sqrt(2), true), comparison(0.1, true));
    assertEquals(0.0501824, PlannedComparison.adjust(planned, 3)[0], 2e-6);
    assertTrue(PlannedComparison.adjust(planned, 3)[1] > 0.9);
  }

  private static PlannedComparison comparison(double t, boolean withLeader) {
    Difference difference =
        Difference.of(new Summary(2, 0, 1), new Summary(2, t, 1), new PooledVariance(1, 12));
    return new PlannedComparison(difference, withLeader);
  }
}
