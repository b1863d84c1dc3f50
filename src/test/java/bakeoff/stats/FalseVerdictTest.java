package bakeoff.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders where every experiment is as good as every other: how many get a false verdict. */
class FalseVerdictTest {

  private static final int FOLDERS = 10_000;

  /** Three standard errors of a share of 0.05 in so many folders. */
  private static final double SLACK = 3 * Math.sqrt(0.05 * 0.95 / FOLDERS);

  /**
   * Each experiment extends the one before it.
   *
   * @param single whether every second experiment has one seed
   */
  @ParameterizedTest
  @CsvSource({
    "8, 3, false, true",
    "8, 2, false, true",
    "3, 5, false, true",
    "2, 3, false, true",
    "12, 5, false, false",
    "8, 3, true, true",
  })
  void staysWithinAlpha(int experiments, int seeds, boolean single, boolean chain) {
    Random random = new Random(20_240_501);
    StudentizedRange range = new StudentizedRange(experiments);
    int wrong = 0;
    for (int folder = 0; folder < FOLDERS; folder++) {
      List<Summary> runs = new ArrayList<>();
      for (int i = 0; i < experiments; i++) {
        int n = single && i % 2 == 1 ? 1 : seeds;
        runs.add(
            Summary.of(
                IntStream.range(0, n)
                    .mapToDouble(s -> 0.55 + 0.01 * random.nextGaussian())
                    .toArray()));
      }
      wrong += anyVerdict(runs, chain, range) ? 1 : 0;
    }
    double share = wrong / (double) FOLDERS;
    assertTrue(share <= Verdict.ALPHA + SLACK, "false verdicts in " + share + " of folders");
    assertTrue(share > 0.01, "no power left: " + share);
  }

  private static boolean anyVerdict(List<Summary> runs, boolean chain, StudentizedRange range) {
    PooledVariance pooled = PooledVariance.of(runs);
    int leader =
        IntStream.range(0, runs.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> runs.get(i).mean()))
            .orElseThrow();
    List<PlannedComparison> planned = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (chain && i > 0) {
        Difference step = Difference.of(runs.get(i - 1), runs.get(i), pooled);
        planned.add(new PlannedComparison(step, false));
      }
      boolean alreadyPlanned = chain && Math.abs(i - leader) == 1;
      if (i != leader && !alreadyPlanned) {
        Difference gap = Difference.of(runs.get(i), runs.get(leader), pooled);
        planned.add(new PlannedComparison(gap, true));
      }
    }
    double[] adjusted = PlannedComparison.adjust(planned, range);
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> Verdict.of(planned.get(i).difference(), adjusted[i], Verdict.ALPHA))
        .anyMatch(verdict -> verdict == Verdict.BETTER || verdict == Verdict.WORSE);
  }
}
