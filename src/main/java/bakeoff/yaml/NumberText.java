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
  private static final int LONGEST = 400;

  private NumberText() {}

  /** Empty if it is no number, or none that a double can hold. */
  static Optional<Double> parse(String text) {
    String digits = text.strip().replaceAll("(?<=\\d)_(?=\\d)", "");
    if (digits.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher fraction = FRACTION.matcher(digits);
    double value;
    if (fraction.matches()) {
      value = Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
    } else if (NUMBER.matcher(digits).matches()) {
      value = Double.parseDouble(digits);
    } else {
      return Optional.empty();
    }
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  /** A whole number that an int can hold; {@code 1.7} and {@code 010} are none, {@code 1e3} is. */
  static Optional<Integer> parseInt(String text) {
    String digits = text.strip().replaceAll("(?<=\\d)_(?=\\d)", "");
    boolean octal = digits.matches("[+-]?0\\d+");
    if (octal || digits.length() > LONGEST || !NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(digits).intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
