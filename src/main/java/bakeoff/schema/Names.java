package bakeoff.schema;

import java.util.Locale;

/** From Java's names to YAML's: {@code MaxPool2d} and {@code kernelSize} to snake case. */
public final class Names {

  private Names() {}

  public static String yaml(String javaName) {
    return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  public static String of(Class<?> kind) {
    return yaml(kind.getSimpleName());
  }

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
