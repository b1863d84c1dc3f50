package bakeoff.result;

import java.util.Comparator;

/** {@code model-2} before {@code model-10}. */
public final class NaturalOrder {

  public static final Comparator<String> COMPARATOR =
      Comparator.comparing(NaturalOrder::padded).thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  /** Numbers with zeros before them, to twelve digits. */
  private static String padded(String text) {
    StringBuilder padded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      if (end > at) {
        padded.append("0".repeat(Math.max(0, 12 - (end - at)))).append(text, at, end);
        at = end;
      } else {
        padded.append(text.charAt(at++));
      }
    }
    return padded.toString();
  }
}
