package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.stats.Difference;
import bakeoff.stats.PlannedComparison;
import bakeoff.stats.PooledVariance;
import bakeoff.stats.Summary;
import bakeoff.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The planned comparisons of a folder, tested together. */
record Plan(List<Planned> planned, @Nullable Row leader, PooledVariance noise) {

  /** A comparison before its p value is adjusted. */
  private record Draft(Row from, Row to, Planned.Kind kind, Difference difference) {

    boolean isClaimOf(Row one, @Nullable Row other) {
      boolean same = from.equals(one) && to.equals(other);
      return kind == Planned.Kind.CLAIM && (same || (from.equals(other) && to.equals(one)));
    }
  }

  static Plan of(List<Row> rows) {
    List<Row> candidates = sameTestSet(rows);
    if (candidates.isEmpty()) {
      return new Plan(List.of(), null, PooledVariance.NONE);
    }
    PooledVariance noise = PooledVariance.of(candidates.stream().map(Plan::accuracy).toList());
    Row leader = leader(candidates);
    List<Draft> drafts = drafts(candidates, leader, noise);
    double[] p =
        PlannedComparison.adjust(
            drafts.stream()
                .map(d -> new PlannedComparison(d.difference, d.kind == Planned.Kind.LEADER))
                .toList(),
            candidates.size());
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Draft d = drafts.get(i);
      Verdict verdict = Verdict.of(d.difference, p[i], Verdict.ALPHA);
      planned.add(new Planned(d.from, d.to, d.kind, d.difference, p[i], verdict));
    }
    return new Plan(planned, leader, noise);
  }

  /**
   * Those comparable ones that were tested on the images most of them were tested on; of as many,
   * on the data set that most of the folder's files name, and then that of the best.
   */
  private static List<Row> sameTestSet(List<Row> all) {
    List<Row> rows = all.stream().filter(Row::isComparable).toList();
    Map<String, Integer> tested = new HashMap<>();
    rows.forEach(row -> tested.merge(row.data().digest(), 1, Integer::sum));
    Map<String, Integer> named = new HashMap<>();
    all.forEach(row -> named.merge(row.dataset(), 1, Integer::sum));
    Comparator<Row> most =
        Comparator.<Row>comparingInt(row -> tested.getOrDefault(row.data().digest(), 0))
            .thenComparingInt(row -> named.getOrDefault(row.dataset(), 0));
    // Of equal ones, max takes the first.
    String chosen = rows.stream().max(most).map(row -> row.data().digest()).orElse("");
    return rows.stream().filter(row -> row.data().digest().equals(chosen)).toList();
  }

  /** The best of those where nothing went wrong, if there is one. */
  private static Row leader(List<Row> bestFirst) {
    return bestFirst.stream()
        .filter(row -> row.state() == State.FINISHED)
        .findFirst()
        .orElse(bestFirst.get(0));
  }

  private static List<Draft> drafts(List<Row> bestFirst, Row leader, PooledVariance noise) {
    List<Draft> drafts = new ArrayList<>();
    List<Row> candidates = new ArrayList<>(bestFirst);
    candidates.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    Map<String, Row> byName = new HashMap<>();
    candidates.forEach(row -> byName.put(row.name(), row));
    for (Row row : candidates) {
      Row parent = byName.get(row.parent());
      if (parent != null) {
        drafts.add(draft(parent, row, Planned.Kind.EXTENDS, noise));
      }
    }
    for (Row row : candidates) {
      boolean planned =
          row.name().equals(leader.parent())
              || leader.name().equals(row.parent())
              || Claims.comparedWith(row).contains(leader.name())
              || Claims.comparedWith(leader).contains(row.name());
      if (!row.equals(leader) && !planned) {
        drafts.add(draft(leader, row, Planned.Kind.LEADER, noise));
      }
    }
    for (Row row : candidates) {
      for (String than : Claims.comparedWith(row)) {
        Row other = byName.get(than);
        boolean edge =
            than.equals(row.parent()) || (other != null && row.name().equals(other.parent()));
        boolean twice = drafts.stream().anyMatch(draft -> draft.isClaimOf(row, other));
        if (other != null && !edge && !twice) {
          drafts.add(draft(other, row, Planned.Kind.CLAIM, noise));
        }
      }
    }
    return drafts;
  }

  private static Draft draft(Row from, Row to, Planned.Kind kind, PooledVariance noise) {
    return new Draft(from, to, kind, Difference.of(accuracy(from), accuracy(to), noise));
  }

  private static Summary accuracy(Row row) {
    Measure accuracy = row.testAccuracy();
    if (accuracy == null) {
      throw new IllegalStateException(row.name() + " has nothing to compare");
    }
    return accuracy.summary();
  }
}
