package bakeoff.compare;

import bakeoff.stats.Holm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares two sets of results: a verdict for each experiment. */
public final class Comparison {

  private Comparison() {}

  /**
   * Reads what differs, and of a folder where means are compared the rest too: its experiments say
   * what chance does.
   *
   * @param alpha how often, over all rows together, a difference that is only chance may be called
   *     one
   */
  public static ResultsDiff of(Side before, Side after, double alpha) {
    Reading reading = new Reading();
    List<Pair> pairs = Pairing.of(before, after, reading);
    SeedNoise noise = new SeedNoise(pairs, reading);
    List<Draft> drafts = pairs.stream().map(pair -> Draft.of(pair, reading, noise)).toList();
    reading.finish();
    double[] p = Holm.adjust(drafts.stream().mapToDouble(Draft::p).toArray());
    long tested = Arrays.stream(p).filter(Double::isFinite).count();
    List<ExperimentDiff> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      rows.add(drafts.get(i).row(p[i], alpha, tested));
    }
    return new ResultsDiff(before.label(), after.label(), alpha, rows);
  }
}
