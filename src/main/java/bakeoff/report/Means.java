package bakeoff.report;

import java.util.ArrayList;
import java.util.List;

/** Means over seeds, place by place. */
final class Means {

  private Means() {}

  /** Up to the longest of them: of each place, the mean of those that reach so far. */
  static List<Double> ofLists(List<List<Double>> lists) {
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      int place = i;
      means.add(
          lists.stream()
              .filter(list -> list.size() > place)
              .mapToDouble(list -> list.get(place))
              .average()
              .orElse(Double.NaN));
    }
    return means;
  }

  /** Of each table's rows as shares of their sums. */
  static List<List<Double>> ofRows(List<List<List<Integer>>> tables) {
    List<List<Double>> means = new ArrayList<>();
    int rows = tables.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < rows; i++) {
      int place = i;
      means.add(
          ofLists(
              tables.stream()
                  .filter(table -> table.size() > place)
                  .map(table -> shares(table.get(place)))
                  .toList()));
    }
    return means;
  }

  private static List<Double> shares(List<Integer> counts) {
    double sum = counts.stream().mapToInt(Integer::intValue).sum();
    return counts.stream().map(count -> sum == 0 ? 0 : count / sum).toList();
  }
}
