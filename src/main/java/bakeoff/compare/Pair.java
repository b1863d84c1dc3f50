package bakeoff.compare;

import java.util.List;

/**
 * An experiment on both sides; the files of a side are none where it does not have it.
 *
 * @param was where the older side has it, its place unless it was renamed
 */
record Pair(Place place, Place was, List<TrialFile> before, List<TrialFile> after) {

  boolean isRenamed() {
    return !place.equals(was);
  }

  boolean isOnBothSides() {
    return !before.isEmpty() && !after.isEmpty();
  }

  /** Whether the very same files are on both sides. */
  boolean isSameFiles() {
    return isOnBothSides()
        && before.size() == after.size()
        && before.stream().map(Pair::name).toList().equals(after.stream().map(Pair::name).toList());
  }

  private static String name(TrialFile file) {
    return file.seed() + " " + file.blob();
  }
}
