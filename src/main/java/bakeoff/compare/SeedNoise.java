package bakeoff.compare;

import bakeoff.stats.PooledVariance;
import bakeoff.stats.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a folder's experiments vary by when only their seed changes, both sides together. */
final class SeedNoise {

  private final Map<String, List<Pair>> pairs = new HashMap<>();
  private final Map<String, PooledVariance> known = new HashMap<>();
  private final Reading reading;

  SeedNoise(List<Pair> all, Reading reading) {
    this.reading = reading;
    for (Pair pair : all) {
      pairs.computeIfAbsent(pair.place().folder(), folder -> new ArrayList<>()).add(pair);
    }
  }

  /** Reads the whole folder, the first time it is asked for. */
  PooledVariance of(String folder) {
    return known.computeIfAbsent(folder, this::pool);
  }

  private PooledVariance pool(String folder) {
    List<Summary> groups = new ArrayList<>();
    for (Pair pair : pairs.getOrDefault(folder, List.of())) {
      Runs before = reading.runs(pair.before());
      Runs after = pair.isSameFiles() ? before : reading.runs(pair.after());
      if (before.agrees(after)) {
        add(groups, union(before, after));
      } else {
        add(groups, before);
        add(groups, after);
      }
    }
    return PooledVariance.of(groups);
  }

  /** A training that both sides have counts once. */
  private static Runs union(Runs before, Runs after) {
    Map<Integer, Run> bySeed = new TreeMap<>();
    before.trials().forEach(trial -> bySeed.put(trial.seed(), trial));
    after.trials().forEach(trial -> bySeed.put(trial.seed(), trial));
    return new Runs(List.copyOf(bySeed.values()));
  }

  private static void add(List<Summary> groups, Runs runs) {
    Summary summary = runs.summary();
    if (summary != null && !runs.areMixed()) {
      groups.add(summary);
    }
  }
}
