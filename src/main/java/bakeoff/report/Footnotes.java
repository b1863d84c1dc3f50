package bakeoff.report;

import bakeoff.result.TrialResult;
import bakeoff.stats.Difference;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** How the numbers are meant, and what to mind. */
final class Footnotes implements Section {

  private static final int LONGEST = 20;

  static final String SAMPLING = " ¹";
  static final String BORROWED = " ²";
  static final String WELCH = " ³";
  static final String UNLIKE_TESTS = " ⁴";

  @Override
  public String markdown(Comparison c) {
    List<String> notes = new ArrayList<>();
    if (c.rows().stream().anyMatch(Footnotes::samples)) {
      notes.add(
          SAMPLING.strip()
              + " test-set sampling only: Wilson's interval of one training's accuracy, which knows"
              + " nothing of how seeds vary.");
    }
    if (uses(c, Difference.Test.BORROWED)) {
      notes.add(
          BORROWED.strip()
              + " borrowed: a side with one seed takes the seed variance of the folder's other"
              + " experiments.");
    }
    if (uses(c, Difference.Test.WELCH)) {
      notes.add(
          WELCH.strip()
              + " Welch's test: a side's seed variance clearly differs from the folder's (F test,"
              + " 0.01), so each side has its own.");
    }
    if (c.planned().stream().anyMatch(Planned::isOfUnlikeTests)) {
      notes.add(
          UNLIKE_TESTS.strip()
              + " the two are tested on images altered in different ways, so the difference is also"
              + " one between the tests.");
    }
    if (!c.planned().isEmpty() && c.noise().known()) {
      notes.add(
          "Verdicts are of planned comparisons alone, each experiment with the one it extends"
              + (c.hasGrid() ? " (one of a grid that extends none with the grid's first)" : "")
              + (c.planned().stream().anyMatch(p -> p.kind() == Planned.Kind.CLAIM)
                  ? ", with those that its claims name"
                  : "")
              + " and with the leader, at 0.05 for all of them together: Holm's adjustment, in which"
              + " comparisons with the leader also pay for its having been picked as the best"
              + " (studentized range). p is adjusted; an interval is of its one comparison. The"
              + " error is the folder's pooled seed variance; a verdict never pairs seeds.");
    }
    if (c.leader() != null) {
      notes.add(
          "± is the standard deviation over seeds, the interval Student's of the mean. Training"
              + " accuracy and loss are running means over the last epoch, in training mode; the gap"
              + " is training less test accuracy in points. Training cost is that of one trial:"
              + " three forward passes an image and epoch.");
    }
    List<Row> chosen = c.rows().stream().filter(ReportedEpochs::areTold).toList();
    chosen.stream()
        .limit(LONGEST)
        .forEach(
            row -> notes.add(Markdown.text(row.name()) + ": " + ReportedEpochs.words(row) + "."));
    if (!chosen.isEmpty()) {
      notes.add(
          "Where another epoch than the last is reported, training figures and gap are of that epoch"
              + " too. Choices are made on images set aside from the training set, never on test"
              + " images."
              + (chosen.size() > LONGEST
                  ? " " + Digits.count(chosen.size() - LONGEST) + " more experiments do so."
                  : ""));
    }
    List<Row> flattered = c.comparable().stream().filter(row -> !row.wrong().isEmpty()).toList();
    flattered.stream().limit(LONGEST).forEach(row -> notes.add(leftOut(row)));
    if (flattered.size() > LONGEST) {
      notes.add(
          Digits.count(flattered.size() - LONGEST)
              + " more experiments have seeds that did not finish and are in no mean.");
    }
    notes.addAll(incomparable(c));
    if (c.rows().stream().anyMatch(row -> !row.state().isCurrent())) {
      notes.add(
          "Stale: the file has changed since the training. Gone: there is no file any more, or it has a mistake. Both are"
              + " shown as they were, and take no part in comparisons.");
    }
    if (notes.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Notes\n\n");
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    return text.toString();
  }

  private static boolean samples(Row row) {
    Measure accuracy = row.testAccuracy();
    return accuracy != null && accuracy.sampling();
  }

  private static boolean uses(Comparison c, Difference.Test test) {
    return c.planned().stream().anyMatch(p -> p.difference().test() == test);
  }

  private static String leftOut(Row row) {
    List<String> seeds = row.wrong().stream().map(TrialResult::seed).map(String::valueOf).toList();
    return Markdown.text(row.name())
        + ": "
        + (seeds.size() == 1 ? "seed " : "seeds ")
        + String.join(", ", seeds)
        + " did not finish and "
        + (seeds.size() == 1 ? "is" : "are")
        + " in no mean"
        + (row.state() == State.DIVERGED ? ", which flatters it." : ".");
  }

  private static List<String> incomparable(Comparison c) {
    List<String> notes = new ArrayList<>();
    Row leader = c.leader();
    if (leader == null) {
      return notes;
    }
    List<String> otherImages = new ArrayList<>();
    for (Row row : c.comparable()) {
      if (!row.data().digest().equals(leader.data().digest())) {
        otherImages.add(Markdown.text(row.name()));
      }
    }
    if (!otherImages.isEmpty()) {
      notes.add("Tested on other images, so not compared: " + names(otherImages) + ".");
    }
    return notes;
  }

  static String names(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(LONGEST, names.size())));
    return names.size() > LONGEST ? shown + " and " + (names.size() - LONGEST) + " more" : shown;
  }
}
