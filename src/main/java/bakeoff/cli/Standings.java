package bakeoff.cli;

import bakeoff.result.NaturalOrder;
import bakeoff.result.ResultStore;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.Trial;
import bakeoff.stats.Summary;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The leaderboard so far, for who watches a run: each experiment's mean over its trained seeds. */
final class Standings {

  private final Map<String, Map<Integer, Double>> accuracies = new HashMap<>();

  private Standings() {}

  static Standings none() {
    return new Standings();
  }

  /** With what is trained already, of the files as they are. */
  static Standings of(List<Trial> trials, ResultStore results) {
    Standings standings = new Standings();
    for (Trial trial : trials) {
      results
          .find(trial)
          .filter(result -> result.key().equals(trial.key()))
          .map(TrialResult::test)
          .map(TestResult::accuracy)
          .ifPresent(accuracy -> standings.add(trial, accuracy));
    }
    return standings;
  }

  /** A fraction; a trial trained again counts once. */
  void add(Trial trial, double accuracy) {
    String name = trial.file().folder() + "/" + trial.file().name();
    accuracies.computeIfAbsent(name, n -> new TreeMap<>()).put(trial.seed(), accuracy);
  }

  /** The best first, at most so many lines; the last may say how many more there are. */
  List<String> lines(int most) {
    Map<String, Summary> means = new HashMap<>();
    accuracies.forEach((name, seeds) -> means.put(name, Summary.of(seeds.values())));
    List<String> names = new ArrayList<>(means.keySet());
    names.sort(
        Comparator.comparingDouble((String name) -> -mean(means, name))
            .thenComparing(NaturalOrder.COMPARATOR));
    if (most < 1 || names.isEmpty()) {
      return List.of();
    }
    int shown = names.size() <= most ? names.size() : most - 1;
    TextTable table = new TextTable("so far", ">test accuracy, %", ">n");
    for (String name : names.subList(0, shown)) {
      String n = String.valueOf(accuracies.getOrDefault(name, Map.of()).size());
      table.row(name, Digits.percent(mean(means, name)), n);
    }
    List<String> lines = new ArrayList<>(table.toString().lines().toList());
    if (shown < names.size()) {
      lines.add("and " + (names.size() - shown) + " more");
    }
    return lines;
  }

  private static double mean(Map<String, Summary> means, String name) {
    Summary summary = means.get(name);
    return summary == null ? 0 : summary.mean();
  }
}
