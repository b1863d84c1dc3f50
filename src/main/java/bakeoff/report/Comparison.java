package bakeoff.report;

import bakeoff.stats.PooledVariance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder's experiments, compared: all that the report says is computed from this.
 *
 * @param rows the best first, then those without a current result
 * @param planned the comparisons that have a verdict
 * @param leader the best by test accuracy; null if nothing current is finished
 * @param noise what test accuracy varies by when only the seed changes
 * @param tally how many trials stand where
 */
record Comparison(
    String folder,
    List<Row> rows,
    List<Planned> planned,
    @Nullable Row leader,
    PooledVariance noise,
    Tally tally) {

  Comparison {
    rows = List.copyOf(rows);
    planned = List.copyOf(planned);
  }

  static Comparison of(FolderResults results) {
    List<Row> rows = Rows.of(results);
    Plan plan = Plan.of(rows);
    return new Comparison(
        results.folder(),
        rows,
        plan.planned(),
        plan.leader(),
        plan.noise(),
        Tally.of(results, rows));
  }

  Optional<Row> row(@Nullable String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  /** Current, with a trial that finished; the best first. */
  List<Row> comparable() {
    return rows.stream().filter(Row::isComparable).toList();
  }

  /** What an experiment's change did. */
  Optional<Planned> edge(Row row) {
    return planned.stream()
        .filter(p -> p.kind() == Planned.Kind.EXTENDS && p.to().equals(row))
        .findFirst();
  }

  /** An experiment less the leader, whichever way it was planned. */
  Optional<Planned> againstLeader(Row row) {
    for (Planned p : planned) {
      if (p.from().equals(leader) && p.to().equals(row)) {
        return Optional.of(p);
      }
      if (p.to().equals(leader) && p.from().equals(row)) {
        return Optional.of(p.reversed());
      }
    }
    return Optional.empty();
  }
}
