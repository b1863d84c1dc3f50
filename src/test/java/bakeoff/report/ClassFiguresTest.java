package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the figures of scikit-learn's documentation. */
class ClassFiguresTest {

  private static List<List<Integer>> confusion(int[] truth, int[] predicted) {
    int[][] counts = new int[3][3];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][predicted[i]]++;
    }
    return List.of(
        List.of(counts[0][0], counts[0][1], counts[0][2]),
        List.of(counts[1][0], counts[1][1], counts[1][2]),
        List.of(counts[2][0], counts[2][1], counts[2][2]));
  }

  private static void assertFigures(double p, double r, double f1, ClassFigures figures) {
    assertEquals(p, figures.precision(), 0.005);
    assertEquals(r, figures.recall(), 0.005);
    assertEquals(f1, figures.f1(), 0.005);
  }

  /** The first example of classification_report, two digits. */
  @Test
  void asInClassificationReport() {
    List<ClassFigures> figures =
        ClassFigures.of(confusion(new int[] {0, 1, 2, 2, 2}, new int[] {0, 0, 2, 2, 1}));
    assertFigures(0.50, 1.00, 0.67, figures.get(0));
    assertFigures(0.00, 0.00, 0.00, figures.get(1));
    assertFigures(1.00, 0.67, 0.80, figures.get(2));
    assertFigures(0.50, 0.56, 0.49, ClassFigures.mean(figures));
  }

  /** The example of precision_recall_fscore_support with average='macro': 0.222, 0.333, 0.267. */
  @Test
  void asInPrecisionRecallFscoreSupport() {
    List<ClassFigures> figures =
        ClassFigures.of(confusion(new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 2, 1, 0, 0, 1}));
    ClassFigures macro = ClassFigures.mean(figures);
    assertEquals(2 / 9.0, macro.precision(), 1e-12);
    assertEquals(1 / 3.0, macro.recall(), 1e-12);
    assertEquals(4 / 15.0, macro.f1(), 1e-12);
  }

  /** zero_division='warn' acts as 0: a class never predicted, and one without images. */
  @Test
  void nothingOfNothingIsZero() {
    List<ClassFigures> figures =
        ClassFigures.of(List.of(List.of(0, 2, 0), List.of(0, 3, 0), List.of(0, 0, 0)));
    assertFigures(0, 0, 0, figures.get(0));
    assertFigures(0.6, 1, 0.75, figures.get(1));
    assertFigures(0, 0, 0, figures.get(2));
  }
}
