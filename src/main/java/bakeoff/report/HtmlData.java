package bakeoff.report;

import bakeoff.result.EpochRow;
import bakeoff.text.Plain;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the page's scripts draw from: every experiment, in the order of the leaderboard. */
final class HtmlData {

  /** Of more classes there are only the most frequent mistakes. */
  private static final int WIDEST = 20;

  private static final int MISTAKES = 10;
  private static final List<String> WORDS = List.of("description", "reference", "seeds");

  private HtmlData() {}

  static Map<String, Object> of(Comparison c) {
    List<List<String>> classes = new ArrayList<>();
    List<Map<String, @Nullable Object>> experiments = new ArrayList<>();
    for (Row row : c.rows()) {
      Map<String, @Nullable Object> experiment = new LinkedHashMap<>();
      experiment.put("name", Plain.text(row.name()));
      experiment.put("parent", place(c, row.parent()));
      experiment.put("spec", spec(row));
      if (row.isComparable()) {
        curves(row, experiment);
        List<String> titles = row.classes().stream().map(Plain::text).toList();
        if (!classes.contains(titles)) {
          classes.add(titles);
        }
        experiment.put("classes", classes.indexOf(titles));
        confusion(row, experiment);
      }
      experiments.add(experiment);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("classes", classes);
    data.put("experiments", experiments);
    return data;
  }

  private static @Nullable Integer place(Comparison c, @Nullable String name) {
    return c.place(name).orElse(null);
  }

  private static ObjectNode spec(Row row) {
    ObjectNode spec = row.spec().deepCopy();
    return spec.remove(WORDS);
  }

  private static void curves(Row row, Map<String, @Nullable Object> experiment) {
    experiment.put("testAccuracy", means(row, epoch -> 100 * epoch.testAccuracy(), 2));
    experiment.put("trainAccuracy", means(row, epoch -> 100 * epoch.trainAccuracy(), 2));
    experiment.put("testLoss", means(row, EpochRow::testLoss, 4));
    experiment.put("trainLoss", means(row, EpochRow::trainLoss, 4));
    if (row.validationLoss() != null) {
      experiment.put("validationAccuracy", means(row, HtmlData::validationPercent, 2));
      experiment.put("validationLoss", means(row, HtmlData::validationLoss, 4));
    }
  }

  private static double validationPercent(EpochRow epoch) {
    Double accuracy = epoch.validationAccuracy();
    return accuracy == null ? Double.NaN : 100 * accuracy;
  }

  private static double validationLoss(EpochRow epoch) {
    Double loss = epoch.validationLoss();
    return loss == null ? Double.NaN : loss;
  }

  /** Epoch by epoch, over the seeds that finished. */
  private static List<@Nullable BigDecimal> means(
      Row row, ToDoubleFunction<EpochRow> figure, int decimals) {
    List<List<Double>> seeds =
        row.finished().stream()
            .map(trial -> trial.epochs().stream().mapToDouble(figure).boxed().toList())
            .toList();
    List<@Nullable BigDecimal> means = new ArrayList<>();
    Means.ofLists(seeds).forEach(mean -> means.add(rounded(mean, decimals)));
    return means;
  }

  private static void confusion(Row row, Map<String, @Nullable Object> experiment) {
    if (!Mistake.isSquare(row)) {
      return;
    }
    if (row.classes().size() <= WIDEST) {
      experiment.put(
          "confusion",
          row.confusion().stream()
              .map(of -> of.stream().map(share -> rounded(100 * share, 1)).toList())
              .toList());
    }
    experiment.put(
        "mistakes",
        Mistake.all(row).stream()
            .limit(MISTAKES)
            .map(m -> List.of(m.of(), m.as(), BigDecimal.valueOf(Math.round(100 * m.share()))))
            .toList());
  }

  private static @Nullable BigDecimal rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN)
        : null;
  }
}
