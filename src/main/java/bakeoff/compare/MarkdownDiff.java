package bakeoff.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comment for a pull request: the summary, a table, the rest folded. */
public final class MarkdownDiff {

  private static final String HEAD =
      """
      | experiment | verdict | before | after | change | 95% interval | p |
      |---|---|--:|--:|--:|--:|--:|
      """;

  private final StringBuilder text = new StringBuilder();

  private MarkdownDiff() {}

  public static String of(ResultsDiff diff) {
    MarkdownDiff markdown = new MarkdownDiff();
    markdown.write(diff);
    return markdown.text.toString();
  }

  private void write(ResultsDiff diff) {
    line("**bakeoff: " + diff.counts() + "**");
    line("");
    line(Plain.markdown(diff.before()) + " → " + Plain.markdown(diff.after()));
    List<ExperimentDiff> rows =
        diff.rows().stream().filter(row -> row.finding() != Finding.UNCHANGED).toList();
    if (!rows.isEmpty()) {
      line("");
      text.append(HEAD);
      rows.forEach(this::row);
      line("");
      line(explained(diff));
    }
    details(diff.rows());
    unchanged(diff.rows());
  }

  private void row(ExperimentDiff row) {
    boolean bad = row.finding() == Finding.WORSE || row.finding() == Finding.FAILED;
    List<String> cells =
        List.of(
            Plain.markdown(row.place().toString()),
            bad ? "**" + row.finding() + "**" : row.finding().toString(),
            Digits.accuracy(row.before()),
            Digits.accuracy(row.after()),
            Digits.change(row.difference()),
            Digits.interval(row.difference()),
            Digits.p(row.p()).replace("<", "&lt;"));
    line("| " + String.join(" | ", cells) + " |");
  }

  private static String explained(ResultsDiff diff) {
    return String.format(
        Locale.ROOT,
        "Test accuracy in percent, mean over n seeds; change in points; p is Holm's, a verdict"
            + " needs p < %s.",
        Digits.plain(diff.alpha()));
  }

  private void details(List<ExperimentDiff> rows) {
    List<ExperimentDiff> told =
        rows.stream().filter(r -> !r.changed().isEmpty() || !r.footnotes().isEmpty()).toList();
    if (told.isEmpty()) {
      return;
    }
    open("What changed, and footnotes");
    for (ExperimentDiff row : told) {
      line("- " + Plain.markdown(row.place().toString()));
      row.changed().phrases().forEach(change -> line("  - " + Plain.markdown(change)));
      row.footnotes().forEach(note -> line("  - " + Plain.markdown(note)));
    }
    close();
  }

  private void unchanged(List<ExperimentDiff> rows) {
    List<String> names =
        rows.stream()
            .filter(row -> row.finding() == Finding.UNCHANGED)
            .map(row -> Plain.markdown(row.place().toString()))
            .toList();
    if (!names.isEmpty()) {
      open(names.size() + " unchanged");
      line(names.stream().collect(Collectors.joining(", ")));
      close();
    }
  }

  private void open(String summary) {
    line("");
    line("<details><summary>" + summary + "</summary>");
    line("");
  }

  private void close() {
    line("");
    line("</details>");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
