package bakeoff.spec;

import java.util.List;
import java.util.regex.Pattern;

/** Names of arrays, as {@code 2.residual/body/0.conv2d/kernel}, and patterns of them. */
public final class WeightNames {

  private WeightNames() {}

  /** Whether one of the patterns, in which {@code *} stands for anything, is the name's. */
  public static boolean matches(String name, List<String> patterns) {
    return patterns.stream().anyMatch(pattern -> matches(name, pattern));
  }

  private static boolean matches(String name, String pattern) {
    String expression = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.matches(expression, name);
  }

  /** Whether a layer of that kind, or one inside it, has the array. */
  static boolean isIn(String name, String kind) {
    return ("/" + name).matches(".*/[0-9]+\\." + Pattern.quote(kind) + "/.*");
  }
}
