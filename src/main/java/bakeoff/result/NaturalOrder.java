package bakeoff.result;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code model-2} before {@code model-10}. */
public final class NaturalOrder {

  public static final Comparator<String> COMPARATOR =
      Comparator.comparing(NaturalOrder::padded).thenComparing(Comparator.naturalOrder());

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private NaturalOrder() {}

  private static String padded(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "0".repeat(Math.max(0, 12 - found.group().length())) + found.group()));
  }
}
