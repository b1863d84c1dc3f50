package bakeoff.schema;

import java.util.Locale;

/** From Java's names to YAML's: {@code MaxPool2d} and {@code kernelSize} to snake case. */
public final class Names {

  private Names() {}

  public static String yaml(String javaName) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean begins = capital && i > 0 && isSmallOrDigit(javaName.charAt(i - 1));
      name.append(begins ? "_" : "").append(c);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isSmallOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  public static String of(Class<?> kind) {
    return yaml(kind.getSimpleName());
  }

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
