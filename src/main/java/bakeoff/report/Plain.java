package bakeoff.report;

/** Other people's text, fit to be shown. */
final class Plain {

  private static final int LONGEST = 300;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Plain() {}

  /** On one line, without control characters and those that turn the direction of writing. */
  static String text(String given) {
    StringBuilder plain = new StringBuilder();
    given
        .strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .limit(LONGEST + 1L)
        .forEach(c -> plain.appendCodePoint(isHarmful(c) ? 0xFFFD : c));
    boolean tooLong = plain.codePointCount(0, plain.length()) > LONGEST;
    return tooLong ? cut(plain.toString(), LONGEST) : plain.toString();
  }

  /** At most so many characters, the last an ellipsis if any were left out. */
  static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static boolean isHarmful(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || (type == Character.FORMAT && c != ZERO_WIDTH_JOINER)
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
