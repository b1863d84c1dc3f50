package bakeoff.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which experiment of one side is which of the other: by place, else by content keys. */
final class Pairing {

  private Pairing() {}

  /** By place, the newer one where the two differ. */
  static List<Pair> of(Side before, Side after, Reading reading) {
    Map<Place, Place> renamed = renamed(before, after, reading);
    Set<Place> places = new TreeSet<>(before.experiments().keySet());
    places.removeAll(renamed.values());
    places.addAll(after.experiments().keySet());
    List<Pair> pairs = new ArrayList<>();
    for (Place place : places) {
      Place was = renamed.getOrDefault(place, place);
      pairs.add(new Pair(place, was, before.at(was), after.at(place)));
    }
    return pairs;
  }

  /**
   * New place to old, for those that share a key with one that is no longer there; the first of
   * several.
   */
  private static Map<Place, Place> renamed(Side before, Side after, Reading reading) {
    Map<String, Place> gone = new HashMap<>();
    if (before.experiments().keySet().containsAll(after.experiments().keySet())) {
      return Map.of();
    }
    before
        .experiments()
        .forEach(
            (place, files) -> {
              if (after.at(place).isEmpty()) {
                reading.runs(files).keys().forEach(key -> gone.putIfAbsent(key, place));
              }
            });
    Map<Place, Place> renamed = new TreeMap<>();
    Set<Place> taken = new HashSet<>();
    if (gone.isEmpty()) {
      return renamed;
    }
    after
        .experiments()
        .forEach(
            (place, files) -> {
              if (before.at(place).isEmpty()) {
                reading.runs(files).keys().stream()
                    .sorted()
                    .map(gone::get)
                    .filter(was -> was != null && !taken.contains(was))
                    .findFirst()
                    .ifPresent(
                        was -> {
                          taken.add(was);
                          renamed.put(place, was);
                        });
              }
            });
    return renamed;
  }
}
