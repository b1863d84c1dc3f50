package bakeoff.compare;

import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** One of the two sets of results: what it is called, and each experiment's files. */
public final class Side {

  private static final int MOST = 200_000;

  private final String label;
  private final SortedMap<Place, List<TrialFile>> experiments = new TreeMap<>();
  private int trials;

  Side(String label) {
    this.label = label;
  }

  /** For people: {@code HEAD~1 (3f2a91c)}, {@code the working tree}. */
  public String label() {
    return label;
  }

  public boolean isEmpty() {
    return experiments.isEmpty();
  }

  SortedMap<Place, List<TrialFile>> experiments() {
    return experiments;
  }

  List<TrialFile> at(Place place) {
    return experiments.getOrDefault(place, List.of());
  }

  /** Takes a file if its path is that of a trial. */
  void add(TrialFile file) {
    if (!ResultStore.isTrial(file.path())) {
      return;
    }
    if (++trials > MOST) {
      throw new UserError(
          String.format(Locale.ROOT, "%s holds more than %,d results", label, MOST));
    }
    String[] parts = file.path().split("/", -1);
    experiments.computeIfAbsent(new Place(parts[0], parts[1]), p -> new ArrayList<>()).add(file);
  }
}
