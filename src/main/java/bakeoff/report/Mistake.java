package bakeoff.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A class that is taken for another.
 *
 * @param of the true class's place
 * @param as the predicted one's
 * @param share of the true class's images
 */
record Mistake(int of, int as, double share) {

  /** The most frequent first; none if the matrix is not of the experiment's classes. */
  static List<Mistake> all(Row row) {
    List<Mistake> mistakes = new ArrayList<>();
    if (isSquare(row)) {
      List<List<Double>> shares = row.confusion();
      for (int of = 0; of < shares.size(); of++) {
        for (int as = 0; as < shares.size(); as++) {
          if (of != as && shares.get(of).get(as) > 0) {
            mistakes.add(new Mistake(of, as, shares.get(of).get(as)));
          }
        }
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::share).reversed());
    return mistakes;
  }

  /** Whether there is a matrix of the experiment's classes. */
  static boolean isSquare(Row row) {
    int classes = row.classes().size();
    List<List<Double>> shares = row.confusion();
    return shares.size() == classes && shares.stream().allMatch(of -> of.size() == classes);
  }
}
