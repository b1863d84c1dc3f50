package bakeoff.report;

import bakeoff.result.StableJson;
import bakeoff.spec.ExperimentFile;
import bakeoff.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.json}: the comparison for programs. Numbers have six decimals; a comparison is of b
 * against a, its p adjusted over all of them.
 */
final class JsonReport {

  private static final int FORMAT = 1;

  private JsonReport() {}

  static byte[] write(Comparison c) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("format", FORMAT);
    report.put("experiments", c.rows().stream().map(row -> experiment(c, row)).toList());
    report.put("comparisons", c.planned().stream().map(JsonReport::comparison).toList());
    List<Finding> claims = Claims.findings(c);
    if (!claims.isEmpty()) {
      report.put("claims", claims.stream().map(JsonReport::claim).toList());
    }
    return StableJson.write(report);
  }

  private static Map<String, @Nullable Object> experiment(Comparison c, Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", row.name());
    json.put("folder", c.folder());
    json.put("dataset", row.dataset());
    json.put("state", row.state().toString());
    json.put("extends", row.parent());
    json.put("parameters", row.parameters());
    json.put("epochs", row.epochs());
    json.put("training_flops", row.trainingFlops());
    json.put("test_accuracy", measure(row.testAccuracy()));
    json.put("train_accuracy", measure(row.trainAccuracy()));
    json.put("test_loss", measure(row.testLoss()));
    json.put("train_loss", measure(row.trainLoss()));
    json.put("per_class_accuracy", perClass(row));
    ExperimentFile file = row.file();
    if (row.validationLoss() != null) {
      json.put("validation_images", file == null ? null : file.experiment().validationImages());
      json.put("validation_accuracy", measure(row.validationAccuracy()));
      json.put("validation_loss", measure(row.validationLoss()));
    }
    if (ReportedEpochs.areTold(row)) {
      json.put("reported", ReportedEpochs.json(row));
    }
    RowMetrics.of(row).ifPresent(metrics -> add(metrics, row.classes(), json));
    return json;
  }

  private static void add(
      RowMetrics metrics, List<String> names, Map<String, @Nullable Object> json) {
    if (metrics.topK() != null) {
      json.put("top_k", metrics.topK());
      json.put("top_k_accuracy", measure(metrics.topKAccuracy()));
    }
    if (!metrics.classes().isEmpty()) {
      Map<String, @Nullable Object> classes = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        ClassFigures figures = metrics.classes().get(i);
        Map<String, @Nullable Object> of = new LinkedHashMap<>();
        of.put("precision", six(figures.precision()));
        of.put("recall", six(figures.recall()));
        of.put("f1", six(figures.f1()));
        classes.put(names.get(i), of);
      }
      json.put("per_class", classes);
      json.put("macro_precision", measure(metrics.macro(ClassFigures::precision)));
      json.put("macro_recall", measure(metrics.macro(ClassFigures::recall)));
      json.put("macro_f1", measure(metrics.macro(ClassFigures::f1)));
    }
  }

  private static @Nullable Map<String, @Nullable Object> measure(@Nullable Measure measure) {
    if (measure == null) {
      return null;
    }
    Interval interval = measure.interval();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mean", six(measure.mean()));
    json.put("sd", six(measure.summary().sd()));
    json.put("n", measure.summary().n());
    json.put("low", interval == null ? null : six(interval.low()));
    json.put("high", interval == null ? null : six(interval.high()));
    json.put("interval", interval == null ? null : measure.sampling() ? "wilson" : "t");
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> perClass(Row row) {
    List<Double> shares = row.perClassAccuracy();
    if (shares.isEmpty() || shares.size() != row.classes().size()) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (int i = 0; i < shares.size(); i++) {
      json.put(row.classes().get(i), six(shares.get(i)));
    }
    return json;
  }

  private static Map<String, @Nullable Object> comparison(Planned planned) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("a", planned.from().name());
    json.put("b", planned.to().name());
    json.put("difference", six(planned.difference().difference()));
    json.put("low", six(planned.difference().low()));
    json.put("high", six(planned.difference().high()));
    json.put("p", six(planned.p()));
    json.put("test", planned.difference().test().name().toLowerCase(Locale.ROOT));
    json.put("verdict", planned.verdict().toString());
    return json;
  }

  private static Map<String, @Nullable Object> claim(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("experiment", finding.row().name());
    json.put("claim", finding.claim());
    json.put("answer", finding.answer().toString());
    json.put("grounds", finding.grounds());
    return json;
  }

  private static @Nullable Double six(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue()
        : null;
  }
}
