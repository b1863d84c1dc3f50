package bakeoff.report.figure;

import java.util.List;

/** A line of a chart: the values of x = 1, 2, and so on. */
public record Series(String name, List<Double> values) {

  public Series {
    values = List.copyOf(values);
  }

  double last() {
    return values.get(values.size() - 1);
  }
}
