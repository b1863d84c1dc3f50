package bakeoff.report;

import bakeoff.stats.Verdict;
import bakeoff.text.Digits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which, how sure, at what cost: one sentence. */
final class Headline implements Section {

  @Override
  public String markdown(Comparison c) {
    return "# " + Markdown.text(c.folder()) + "\n\n" + sentence(c) + "\n";
  }

  private static String sentence(Comparison c) {
    Row leader = c.leader();
    Measure accuracy = leader == null ? null : leader.testAccuracy();
    if (leader == null || accuracy == null) {
      return c.rows().isEmpty()
          ? "No experiments yet: `bakeoff init` writes a first one."
          : "No results yet: nothing that the files ask for has finished.";
    }
    String cost =
        ", at "
            + Digits.flops(leader.trainingFlops())
            + " of training and "
            + Digits.count(leader.parameters(), "parameter");
    return "**"
        + Markdown.text(leader.name())
        + "** "
        + lead(c, leader)
        + ": "
        + Digits.percent(accuracy.mean())
        + "% of the test images right"
        + interval(accuracy)
        + cost
        + cheaper(c, leader)
        + ".";
  }

  private static String interval(Measure accuracy) {
    String n = Digits.count(accuracy.summary().n(), "seed");
    if (accuracy.interval() == null) {
      return " (" + n + ")";
    }
    String kind = accuracy.sampling() ? ", test-set sampling only; " : ", ";
    return " (95% interval " + Digits.percent(accuracy.interval()) + kind + n + ")";
  }

  /** How its lead over the next stands. */
  private static String lead(Comparison c, Row leader) {
    List<Planned> others =
        c.comparable().stream().flatMap(row -> c.againstLeader(row).stream()).toList();
    if (others.isEmpty()) {
      return c.comparable().size() > 1
          ? "is the only one tested on its images"
          : "is the only one with results";
    }
    List<String> above =
        others.stream()
            .filter(p -> p.difference().difference() > 0)
            .map(p -> Markdown.text(p.to().name()))
            .toList();
    if (!above.isEmpty()) {
      return "is the best of those where every seed finished ("
          + Footnotes.names(above)
          + " scored higher, with seeds that did not)";
    }
    long undecided = others.stream().filter(p -> p.verdict() != Verdict.WORSE).count();
    if (undecided == 0) {
      String beaten =
          others.size() == 1
              ? Markdown.text(others.get(0).to().name())
              : "each of the other " + others.size();
      boolean lonely = leader.finished().size() == 1;
      return "beats "
          + beaten
          + " beyond seed noise"
          + (lonely ? " (its own is unknown: one seed)" : "");
    }
    if (others.stream().allMatch(p -> p.verdict() == Verdict.ONE_SEED)) {
      return "scored highest, though one seed each cannot say that it is better";
    }
    Planned next = others.get(0);
    boolean nextUndecided = next.verdict() != Verdict.WORSE;
    String open =
        nextUndecided && undecided == 1
            ? Markdown.text(next.to().name())
            : undecided + " of the other " + others.size();
    return "scored highest, though its lead over " + open + " is within seed noise";
  }

  /** The cheapest of those that the leader does not clearly beat. */
  private static String cheaper(Comparison c, Row leader) {
    Optional<Row> cheapest =
        c.comparable().stream()
            .flatMap(row -> c.againstLeader(row).stream())
            .filter(p -> p.verdict() == Verdict.WITHIN_NOISE)
            .map(Planned::to)
            .filter(row -> row.trainingFlops() <= 0.9 * leader.trainingFlops())
            .min(Comparator.comparingLong(Row::trainingFlops));
    return cheapest
        .map(
            row ->
                "; the cheapest that it is not shown to beat is **"
                    + Markdown.text(row.name())
                    + "**, at "
                    + Digits.flops(row.trainingFlops()))
        .orElse("");
  }
}
