package bakeoff.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of the allowed words. */
public final class Spelling {

  private static final int SHORTEST = 3;

  private Spelling() {}

  /**
   * The candidate at the smallest edit distance, if that is at most a third of the word; of words
   * of one or two letters too many are near.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT).replace('-', '_');
    int furthest = wanted.length() < SHORTEST ? 0 : Math.max(1, wanted.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(wanted.length() - candidate.length()) <= furthest)
        .filter(candidate -> distance(wanted, candidate) <= furthest)
        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)));
  }

  /** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] =
            Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + substitution);
        boolean swap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swap) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
