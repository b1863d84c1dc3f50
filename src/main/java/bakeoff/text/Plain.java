package bakeoff.text;

/** Other people's text, fit to be shown. */
public final class Plain {

  private static final int LONGEST = 300;
  private static final int MOST = 3_000;

  /** Joins the parts of an emoji. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Plain() {}

  /**
   * On one line, without control characters and those that turn the direction of writing; what is
   * too long for any name ends in an ellipsis.
   */
  public static String text(String given) {
    return cut(whole(given), LONGEST);
  }

  /** The same at its full length, as paths need it. */
  public static String whole(String given) {
    StringBuilder plain = new StringBuilder();
    given
        .strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .limit(MOST)
        .forEach(c -> plain.appendCodePoint(isHarmful(c) ? 0xFFFD : c));
    return plain.toString();
  }

  /** At most so many characters, the last an ellipsis if any were left out. */
  public static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static boolean isHarmful(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || (type == Character.FORMAT && c != ZERO_WIDTH_JOINER)
        || type == Character.SURROGATE
        || isNone(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** No character and never to become one; XML forbids some of them. */
  private static boolean isNone(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
