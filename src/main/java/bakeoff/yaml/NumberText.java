package bakeoff.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code 50_000}, {@code 1e-3}, {@code .5}, {@code 1/255}. */
final class NumberText {

  private static final String DECIMAL = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?";
  private static final Pattern NUMBER = Pattern.compile(DECIMAL);
  private static final Pattern FRACTION =
      Pattern.compile("(" + DECIMAL + ")\\s*/\\s*(\\d+\\.?\\d*)");
  private static final Pattern GROUPS = Pattern.compile("(?<=\\d)_(?=\\d)");
  private static final Pattern OCTAL = Pattern.compile("[+-]?0\\d+");
  private static final int LONGEST = 400;

  private NumberText() {}

  /** Empty if it is no number, or none that a double can hold. */
  static Optional<Double> parse(String text) {
    String digits = digits(text);
    if (!looksLikeOne(digits) || digits.length() > LONGEST) {
      return Optional.empty();
    }
    double value;
    if (NUMBER.matcher(digits).matches()) {
      value = Double.parseDouble(digits);
    } else {
      Matcher fraction = FRACTION.matcher(digits);
      if (!fraction.matches()) {
        return Optional.empty();
      }
      value = Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
    }
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  /** A whole number that an int can hold; {@code 1.7} and {@code 010} are none, {@code 1e3} is. */
  static Optional<Integer> parseInt(String text) {
    String digits = digits(text);
    if (isOctal(digits) || digits.length() > LONGEST || !NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(digits).intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** YAML 1.1 reads 010 as 8, most people as 10: neither is guessed. */
  static boolean isOctal(String text) {
    return OCTAL.matcher(text).matches();
  }

  /** Whether it was meant for a number: {@code .inf}, {@code 1/0} and {@code 1e999} were. */
  static boolean looksLikeOne(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return (first >= '0' && first <= '9') || first == '.' || first == '-' || first == '+';
  }

  private static String digits(String text) {
    String digits = text.strip();
    return digits.indexOf('_') < 0 ? digits : GROUPS.matcher(digits).replaceAll("");
  }
}
