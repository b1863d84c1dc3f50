package bakeoff.compare;

/** Other people's text made harmless: for a terminal, and for Markdown. */
final class Plain {

  private static final int LONGEST = 300;

  /** Keeps a hosting page from notifying whoever bears the name after an at sign. */
  private static final char WORD_JOINER = '\u2060';

  /** Joins the parts of an emoji. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Plain() {}

  /**
   * On one line, without control characters and without those that turn the direction of writing;
   * what is too long for any name ends in an ellipsis.
   */
  static String text(String given) {
    StringBuilder plain = new StringBuilder();
    given
        .codePoints()
        .limit(LONGEST * 10L)
        .forEach(c -> plain.appendCodePoint(isHarmful(c) ? '\uFFFD' : c));
    return plain.toString();
  }

  /** The same, cut where it is longer than anyone reads. */
  static String brief(String given) {
    String plain = text(given);
    int length = plain.codePointCount(0, plain.length());
    return length <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** With a backslash before whatever Markdown or HTML might read as its own. */
  static String markdown(String given) {
    return brief(given)
        .replace("@", "@" + WORD_JOINER)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_\\[\\]#+|~$])", "\\\\$1")
        .replaceFirst("^(\\d*)([-.)])(?=\\s|$)", "$1\\\\$2");
  }

  private static boolean isHarmful(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || (type == Character.FORMAT && c != ZERO_WIDTH_JOINER)
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
