package bakeoff.compare;

import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For a terminal: a table for each folder, details below each row. */
public final class TextDiff {

  private static final int NARROWEST_NAME = 12;
  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private final boolean colour;
  private final List<String> head;

  private TextDiff(int width, boolean colour, double alpha) {
    String interval = Cells.intervalTitle(alpha);
    head = List.of("", "verdict", "before, %", "after, %", "change", interval, "p");
    this.width = Math.max(20, width);
    this.colour = colour;
  }

  /**
   * The diff as text.
   *
   * @param width of the terminal, in characters
   */
  public static String of(ResultsDiff diff, int width, boolean colour) {
    TextDiff writer = new TextDiff(width, colour, diff.alpha());
    writer.write(diff);
    return writer.text.toString();
  }

  private void write(ResultsDiff diff) {
    wrapped("", Plain.text(diff.before()) + " → " + Plain.text(diff.after()));
    wrapped("", diff.counts());
    List<String> folders =
        diff.rows().stream().map(row -> row.place().folder()).distinct().toList();
    for (String folder : folders) {
      line("");
      folder(folder, diff.rows().stream().filter(r -> r.place().folder().equals(folder)).toList());
    }
    if (diff.rows().stream().anyMatch(row -> row.p() != null)) {
      line("");
      wrapped(
          "",
          "Mean test accuracy over n seeds, change in points; p is Holm's, a verdict needs p < "
              + Digits.plain(diff.alpha())
              + ".");
    }
  }

  private void folder(String folder, List<ExperimentDiff> all) {
    wrapped("", Plain.whole(folder));
    List<ExperimentDiff> rows =
        all.stream().filter(row -> row.finding() != Finding.UNCHANGED).toList();
    if (!rows.isEmpty()) {
      table(rows);
    }
    List<ExperimentDiff> unchanged =
        all.stream().filter(row -> row.finding() == Finding.UNCHANGED).toList();
    if (!unchanged.isEmpty()) {
      wrapped(
          GAP,
          unchanged.stream()
              .map(row -> Plain.whole(row.place().name()))
              .collect(Collectors.joining(", ", "unchanged: ", "")));
      unchanged.forEach(this::notesOfUnchanged);
    }
  }

  private void notesOfUnchanged(ExperimentDiff row) {
    row.footnotes()
        .forEach(note -> wrapped(INDENT, "* " + Plain.text(row.place().name() + ": " + note)));
  }

  private void table(List<ExperimentDiff> rows) {
    List<List<String>> cells = rows.stream().map(TextDiff::cells).toList();
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      boolean empty = cells.stream().allMatch(row -> row.get(at).isEmpty());
      int widest = cells.stream().mapToInt(row -> Wrapped.length(row.get(at))).max().orElse(0);
      widths[column] = empty ? 0 : Math.max(widest, head.get(column).length());
    }
    int others = GAP.length();
    for (int column = 1; column < widths.length; column++) {
      others += widths[column] == 0 ? 0 : GAP.length() + widths[column];
    }
    boolean stacked = width - others < Math.min(NARROWEST_NAME, widths[0]);
    widths[0] = Math.min(widths[0], width - others);
    if (!stacked) {
      row(head, widths, "");
    }
    for (int i = 0; i < rows.size(); i++) {
      String paint = paint(rows.get(i).finding());
      if (stacked) {
        stacked(cells.get(i));
      } else {
        row(cells.get(i), widths, paint);
      }
      details(rows.get(i));
    }
  }

  private static List<String> cells(ExperimentDiff row) {
    Cells numbers = Cells.of(row);
    return List.of(
        Plain.whole(row.place().name()),
        row.finding().toString(),
        numbers.before(),
        numbers.after(),
        numbers.change(),
        numbers.interval(),
        numbers.p());
  }

  /** The name takes as many lines as it needs. */
  private void row(List<String> cells, int[] widths, String paint) {
    List<String> name = Wrapped.lines(cells.get(0), Math.max(1, widths[0]));
    StringBuilder line = new StringBuilder(GAP);
    line.append(padded(name.get(0), widths[0], false));
    for (int column = 1; column < widths.length; column++) {
      if (widths[column] > 0) {
        String cell = padded(cells.get(column), widths[column], column > 1);
        boolean painted = column == 1 && !paint.isEmpty();
        line.append(GAP).append(painted ? paint + cell + "\u001b[0m" : cell);
      }
    }
    line(line.toString().stripTrailing());
    name.stream().skip(1).forEach(rest -> line(GAP + rest));
  }

  private void stacked(List<String> cells) {
    wrapped(GAP, cells.get(0));
    List<String> said = new ArrayList<>();
    for (int column = 1; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        said.add(column == 1 ? cells.get(column) : head.get(column) + " " + cells.get(column));
      }
    }
    wrapped(INDENT, String.join("; ", said));
  }

  private void details(ExperimentDiff row) {
    row.changed().phrases().forEach(change -> wrapped(INDENT, Plain.text(change)));
    row.footnotes().forEach(note -> wrapped(INDENT, "* " + Plain.text(note)));
  }

  private String paint(Finding finding) {
    if (!colour) {
      return "";
    }
    return switch (finding) {
      case BETTER -> "\u001b[32m";
      case WORSE, FAILED -> "\u001b[31m";
      case WITHIN_NOISE,
          ONE_SEED,
          UNCHANGED,
          CONFIGURATION_ONLY,
          RENAMED,
          NEW,
          GONE,
          NOT_COMPARABLE ->
          "";
    };
  }

  private static String padded(String cell, int width, boolean right) {
    String blank = " ".repeat(Math.max(0, width - Wrapped.length(cell)));
    return right ? blank + cell : cell + blank;
  }

  private void wrapped(String indent, String words) {
    Wrapped.lines(words, Math.max(10, width - indent.length()))
        .forEach(part -> line(indent + part));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
