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

  /** Each star takes as little as lets the rest be found, so that no pattern takes long. */
  private static boolean matches(String name, String pattern) {
    String[] parts = pattern.split("\\*", -1);
    String last = parts[parts.length - 1];
    if (parts.length == 1 || !name.startsWith(parts[0])) {
      return name.equals(pattern);
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return name.length() - last.length() >= at && name.endsWith(last);
  }

  /** Whether a layer of that kind, or one inside it, has the array. */
  static boolean isIn(String name, String kind) {
    return ("/" + name).matches(".*/[0-9]+\\." + Pattern.quote(kind) + "/.*");
  }
}
