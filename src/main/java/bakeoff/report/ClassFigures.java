package bakeoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Precision, recall and F1 of one class, as scikit-learn defines them: TP / (TP + FP), TP / (TP +
 * FN) and 2 TP / (2 TP + FP + FN), each 0 where that is 0/0.
 */
record ClassFigures(double precision, double recall, double f1) {

  /**
   * Of each class.
   *
   * @param confusion square counts, a row a true class, a column a predicted one
   */
  static List<ClassFigures> of(List<List<Integer>> confusion) {
    List<ClassFigures> figures = new ArrayList<>();
    for (int c = 0; c < confusion.size(); c++) {
      int label = c;
      long right = confusion.get(c).get(c);
      long truly = confusion.get(c).stream().mapToLong(Integer::longValue).sum();
      long predicted = confusion.stream().mapToLong(row -> row.get(label)).sum();
      figures.add(
          new ClassFigures(
              share(right, predicted), share(right, truly), share(2 * right, predicted + truly)));
    }
    return figures;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /** The plain mean over classes, or over seeds. */
  static ClassFigures mean(List<ClassFigures> all) {
    return new ClassFigures(
        mean(all, ClassFigures::precision),
        mean(all, ClassFigures::recall),
        mean(all, ClassFigures::f1));
  }

  private static double mean(List<ClassFigures> all, ToDoubleFunction<ClassFigures> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }
}
