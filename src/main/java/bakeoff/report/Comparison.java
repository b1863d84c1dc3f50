package bakeoff.report;

import bakeoff.spec.ExperimentFile;
import bakeoff.stats.PooledVariance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder's experiments, compared: all that the report says is computed from this. */
final class Comparison {

  private final String folder;
  private final List<Row> rows;
  private final Plan plan;
  private final Tally tally;
  private final List<Row> comparable;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Planned> edges = new HashMap<>();
  private final Map<String, Planned> againstLeader = new HashMap<>();
  private final List<Branch> tree;
  private final List<Drawing> drawings;

  private Comparison(String folder, List<Row> rows, Plan plan, Tally tally) {
    this.folder = folder;
    this.rows = List.copyOf(rows);
    this.plan = plan;
    this.tally = tally;
    comparable = this.rows.stream().filter(Row::isComparable).toList();
    for (Row row : rows) {
      places.put(row.name(), places.size());
    }
    for (Planned p : plan.planned()) {
      if (p.kind() == Planned.Kind.EXTENDS) {
        edges.putIfAbsent(p.to().name(), p);
      }
      if (p.from().equals(plan.leader())) {
        againstLeader.putIfAbsent(p.to().name(), p);
      } else if (p.to().equals(plan.leader())) {
        againstLeader.putIfAbsent(p.from().name(), p.reversed());
      }
    }
    tree = Branch.all(this);
    drawings = Drawing.all(this);
  }

  static Comparison of(FolderResults results) {
    List<Row> rows = Rows.of(results);
    return new Comparison(results.folder(), rows, Plan.of(rows), Tally.of(results, rows));
  }

  String folder() {
    return folder;
  }

  /** The best first, then those without a current result. */
  List<Row> rows() {
    return rows;
  }

  /** The comparisons that have a verdict. */
  List<Planned> planned() {
    return plan.planned();
  }

  /** The best by test accuracy; null if nothing current is finished. */
  @Nullable Row leader() {
    return plan.leader();
  }

  /** What test accuracy varies by when only the seed changes. */
  PooledVariance noise() {
    return plan.noise();
  }

  /** How many trials stand where. */
  Tally tally() {
    return tally;
  }

  /** Its place among the rows. */
  Optional<Integer> place(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(places.get(name));
  }

  Optional<Row> row(@Nullable String name) {
    return place(name).map(rows::get);
  }

  /** Current, with a trial that finished; the best first. */
  List<Row> comparable() {
    return comparable;
  }

  /** What an experiment's change did. */
  Optional<Planned> edge(Row row) {
    return Optional.ofNullable(edges.get(row.name()));
  }

  /** An experiment less the leader, whichever way it was planned. */
  Optional<Planned> againstLeader(Row row) {
    return Optional.ofNullable(againstLeader.get(row.name()));
  }

  /** The planned comparison of two experiments, whichever way it was planned. */
  Optional<Planned> between(String from, String to) {
    return plan.planned().stream()
        .flatMap(p -> Stream.of(p, p.reversed()))
        .filter(p -> p.from().name().equals(from) && p.to().name().equals(to))
        .min(Comparator.comparing(p -> p.kind() == Planned.Kind.LEADER));
  }

  /** Whether some are compared with the first of their grid. */
  boolean hasGrid() {
    return rows.stream()
        .map(Row::parent)
        .anyMatch(parent -> parent != null && parent.contains(ExperimentFile.MEMBER));
  }

  /** Each experiment after the one it extends; none if nothing extends anything. */
  List<Branch> tree() {
    return tree;
  }

  /** The figures; none if nothing finished. */
  List<Drawing> drawings() {
    return drawings;
  }
}
