package bakeoff.compare;

import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comment for a pull request: the summary, a table, the rest folded. */
public final class MarkdownDiff {

  private static final String HEAD =
      """
      | experiment | verdict | before | after | change | %s | p |
      |---|---|--:|--:|--:|--:|--:|
      """;

  /** Keeps a hosting page from notifying whoever bears the name after an at sign. */
  private static final char WORD_JOINER = '\u2060';

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
    line(escaped(diff.before()) + " → " + escaped(diff.after()));
    List<ExperimentDiff> rows =
        diff.rows().stream().filter(row -> row.finding() != Finding.UNCHANGED).toList();
    if (!rows.isEmpty()) {
      line("");
      text.append(HEAD.formatted(Cells.intervalTitle(diff.alpha())));
      rows.forEach(this::row);
      line("");
      line(explained(diff));
    }
    details(diff.rows());
    unchanged(diff.rows());
  }

  private void row(ExperimentDiff row) {
    boolean bad = row.finding() == Finding.WORSE || row.finding() == Finding.FAILED;
    Cells numbers = Cells.of(row);
    List<String> cells =
        List.of(
            escaped(row.place().toString()),
            bad ? "**" + row.finding() + "**" : row.finding().toString(),
            numbers.before(),
            numbers.after(),
            numbers.change(),
            numbers.interval(),
            numbers.p().replace("<", "&lt;"));
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
      line("- " + escaped(row.place().toString()));
      row.changed().phrases().forEach(change -> line("  - " + escaped(change)));
      row.footnotes().forEach(note -> line("  - " + escaped(note)));
    }
    close();
  }

  private void unchanged(List<ExperimentDiff> rows) {
    List<String> names =
        rows.stream()
            .filter(row -> row.finding() == Finding.UNCHANGED)
            .map(row -> escaped(row.place().toString()))
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

  /** With a backslash before whatever Markdown or HTML might read as its own. */
  private static String escaped(String given) {
    return Plain.text(given)
        .replace("@", "@" + WORD_JOINER)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_\\[\\]#+|~$])", "\\\\$1")
        .replaceFirst("^(\\d*)([-.)])(?=\\s|$)", "$1\\\\$2");
  }
}
