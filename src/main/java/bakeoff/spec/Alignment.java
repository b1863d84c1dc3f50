package bakeoff.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Which places of one list stand for which of another: a longest common subsequence. */
final class Alignment {

  /** More than this many pairs of places are not looked at: no network is that deep. */
  private static final long MOST = 4_000_000;

  /** A place in each list; -1 where the other has no counterpart. */
  record Pair(int before, int after) {}

  private Alignment() {}

  /** In order; of a gap first what was taken out, then what was put in. */
  static <T> List<Pair> of(List<T> before, List<T> after, BiPredicate<T, T> same) {
    int n = before.size();
    int m = after.size();
    boolean tooLong = (long) n * m > MOST;
    int[][] length = new int[tooLong ? 1 : n + 1][tooLong ? 1 : m + 1];
    for (int i = n - 1; i >= 0 && !tooLong; i--) {
      for (int j = m - 1; j >= 0; j--) {
        length[i][j] =
            same.test(before.get(i), after.get(j))
                ? 1 + length[i + 1][j + 1]
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      boolean both = i < n && j < m;
      if (both && same.test(before.get(i), after.get(j))) {
        pairs.add(new Pair(i++, j++));
      } else if (i < n && (j == m || tooLong || length[i + 1][j] >= length[i][j + 1])) {
        pairs.add(new Pair(i++, -1));
      } else {
        pairs.add(new Pair(-1, j++));
      }
    }
    return pairs;
  }
}
