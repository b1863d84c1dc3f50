package bakeoff.report;

import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.List;

/** Markdown as git hosting pages read it; text of others is shown as text. */
final class Markdown {

  /** Keeps a hosting page from notifying whoever bears the name after an at sign. */
  private static final String WORD_JOINER = "\u2060";

  /** All but that in {@code name@width=32}, which notifies nobody. */
  private static final String MENTION = "(?<!\\p{Alnum})@|@(?![A-Za-z_][\\w.]*=)";

  private Markdown() {}

  /** In a sentence or a table's cell. */
  static String text(String given) {
    return escaped(Plain.text(given));
  }

  /** What is on one line already, at its full length. */
  static String escaped(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*\\[\\]#|~$])", "\\\\$1")
        .replaceAll("(?<![\\p{Alnum}])_|_(?![\\p{Alnum}])", "\\\\_")
        .replace("://", ":" + WORD_JOINER + "//")
        .replaceAll(MENTION, "@" + WORD_JOINER);
  }

  /** As code, where that can be done without harm. */
  static String code(String given) {
    String plain = Plain.text(given);
    return plain.isEmpty() || plain.matches(".*[`|\\\\].*") ? text(plain) : "`" + plain + "`";
  }

  /** Between single quotes of a shell; only harmless names are ever put there. */
  static boolean isPlainName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._@=,-]*");
  }

  /** {@code , of the best 8 of 200: report.html has all}; empty if nothing is left out. */
  static String best(int shown, int all, String where) {
    return shown < all ? ", of the best " + shown + " of " + Digits.count(all) + "; " + where : "";
  }

  /** A paragraph that says what a table leaves out; empty if nothing. */
  static String leftOut(int shown, int all, String what) {
    return shown < all
        ? "\n"
            + Digits.count(all - shown)
            + " more "
            + what
            + " left out here: `report.html` and `report.json` have all.\n"
        : "";
  }

  /** A table with its columns: those with a colon at the end are set to the right. */
  static final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
      this(List.of(columns));
    }

    Table(List<String> columns) {
      lines.add(line(columns.stream().map(column -> column.replaceAll(":$", "")).toList()));
      lines.add(line(columns.stream().map(c -> c.endsWith(":") ? "---:" : "---").toList()));
    }

    void row(String... cells) {
      row(List.of(cells));
    }

    void row(List<String> cells) {
      lines.add(line(cells));
    }

    private static String line(List<String> cells) {
      return "| " + String.join(" | ", cells) + " |";
    }

    @Override
    public String toString() {
      return String.join("\n", lines) + "\n";
    }
  }
}
