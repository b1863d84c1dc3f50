package bakeoff.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * Which places of one list stand for which of another: the longest common subsequence, where a pair
 * counts as much as it is alike.
 */
final class Alignment {

  /** More than this many pairs of places are not looked at: no network is that deep. */
  private static final long MOST = 4_000_000;

  /** A place in each list; -1 where the other has no counterpart. */
  record Pair(int before, int after) {}

  private Alignment() {}

  /**
   * In order; where two alignments are as good, the one that pairs earlier.
   *
   * @param likeness 0 if the two can't stand for each other
   */
  static <T> List<Pair> of(List<T> before, List<T> after, ToIntBiFunction<T, T> likeness) {
    int n = before.size();
    int m = after.size();
    boolean tooLong = (long) n * m > MOST;
    int[][] best = new int[tooLong ? 1 : n + 1][tooLong ? 1 : m + 1];
    for (int i = n - 1; i >= 0 && !tooLong; i--) {
      for (int j = m - 1; j >= 0; j--) {
        int like = likeness.applyAsInt(before.get(i), after.get(j));
        int paired = like == 0 ? 0 : like + best[i + 1][j + 1];
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      boolean both = i < n && j < m && !tooLong;
      int like = both ? likeness.applyAsInt(before.get(i), after.get(j)) : 0;
      if (like > 0 && best[i][j] == like + best[i + 1][j + 1]) {
        pairs.add(new Pair(i++, j++));
      } else if (j == m || (i < n && (tooLong || best[i][j] == best[i + 1][j]))) {
        pairs.add(new Pair(i++, -1));
      } else {
        pairs.add(new Pair(-1, j++));
      }
    }
    return pairs;
  }
}
