package bakeoff.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with ticks at round numbers.
 *
 * @param from the value at pixel {@code start}
 */
record Axis(BigDecimal from, BigDecimal step, int steps, double start, double end) {

  /** Around all of the values, with at most so many ticks. */
  static Axis around(double low, double high, int most, double start, double end) {
    double span = high > low ? high - low : Math.max(Math.abs(high) * 0.1, 0.01);
    BigDecimal step = step(span, most);
    BigDecimal from = floor(low, step);
    int steps = 1;
    while (from.add(step.multiply(BigDecimal.valueOf(steps))).doubleValue() < high) {
      steps++;
    }
    return new Axis(from, step, steps, start, end);
  }

  /** From 1 to the last epoch; the ticks at whole numbers. */
  static Axis ofEpochs(int last, double start, double end) {
    BigDecimal step = step(Math.max(1, last), 10).max(BigDecimal.ONE);
    int steps = 1;
    while (step.intValue() * steps < last) {
      steps++;
    }
    return new Axis(BigDecimal.ZERO, step, steps, start, end);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static BigDecimal step(double span, int most) {
    int power = (int) Math.floor(Math.log10(span / most));
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        if (step.doubleValue() * most >= span) {
          return step;
        }
      }
      power++;
    }
  }

  private static BigDecimal floor(double value, BigDecimal step) {
    return step.multiply(BigDecimal.valueOf((long) Math.floor(value / step.doubleValue() + 1e-9)));
  }

  double at(double value) {
    double share = (value - from.doubleValue()) / (step.doubleValue() * steps);
    return start + share * (end - start);
  }

  /** A tick's place in pixels and its label. */
  record Tick(String at, String label) {}

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      BigDecimal value = from.add(step.multiply(BigDecimal.valueOf(i)));
      ticks.add(new Tick(Svg.number(at(value.doubleValue())), label(value)));
    }
    return ticks;
  }

  private static String label(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0).toPlainString() : value.toPlainString();
  }
}
