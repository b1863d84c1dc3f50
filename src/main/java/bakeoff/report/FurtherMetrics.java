package bakeoff.report;

import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that experiments ask for beside accuracy and loss. */
record FurtherMetrics(Form form) implements Section {

  /** Experiments whose classes are shown. */
  private static final int LEADERS = 3;

  @Override
  public String markdown(Comparison c) {
    Markdown.Table table =
        new Markdown.Table(
            "%", "top-k accuracy:", "macro precision:", "macro recall:", "macro F1:");
    List<String> leaders = new ArrayList<>();
    int asking = 0;
    for (Row row : c.comparable()) {
      Optional<RowMetrics> found = RowMetrics.of(row);
      if (found.isPresent()) {
        RowMetrics metrics = found.get();
        if (asking++ < form.longest()) {
          table.row(
              Markdown.text(row.name()),
              topK(metrics),
              Measure.percent(metrics.macro(ClassFigures::precision)),
              Measure.percent(metrics.macro(ClassFigures::recall)),
              Measure.percent(metrics.macro(ClassFigures::f1)));
        }
        if (leaders.size() < LEADERS && !metrics.classes().isEmpty()) {
          leaders.add(byClass(row, metrics));
        }
      }
    }
    if (asking == 0) {
      return "";
    }
    return "## Further metrics\n\n"
        + "Top-k: the class is among the k with the largest outputs. Precision is the share of the"
        + " images taken for a class that are of it, recall the share of a class's images that are"
        + " recognized, F1 their harmonic mean; 0/0 is 0, as in scikit-learn. Macro is the plain mean"
        + " over classes.\n\n"
        + table
        + Markdown.leftOut(Math.min(asking, form.longest()), asking, "experiments are")
        + String.join("", leaders);
  }

  private static String topK(RowMetrics metrics) {
    Measure accuracy = metrics.topKAccuracy();
    return accuracy == null
        ? Digits.NOTHING
        : Measure.percent(accuracy) + " (top " + metrics.topK() + ")";
  }

  private String byClass(Row row, RowMetrics metrics) {
    Markdown.Table table = new Markdown.Table("%", "precision:", "recall:", "F1:");
    for (int i = 0; i < metrics.classes().size(); i++) {
      ClassFigures figures = metrics.classes().get(i);
      table.row(
          Markdown.text(row.classes().get(i)),
          Digits.fixed(100 * figures.precision(), 1),
          Digits.fixed(100 * figures.recall(), 1),
          Digits.fixed(100 * figures.f1(), 1));
    }
    String title = "\nThe classes of " + Markdown.text(row.name()) + ":\n\n";
    return form == Form.SHORT // folded in HTML that hosting pages of Markdown allow
        ? title
            + "<details>\n<summary>precision, recall and F1 by class</summary>\n\n"
            + table
            + "\n</details>\n"
        : title + table;
  }
}
