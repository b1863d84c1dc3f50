package bakeoff.report;

import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Metrics;
import bakeoff.stats.Summary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The further figures that an experiment asks for, over its seeds.
 *
 * @param topK null if it does not ask for its accuracy
 * @param classes of each class the mean over seeds; empty if it does not ask
 * @param seeds of each seed the mean over classes
 */
record RowMetrics(
    @Nullable Integer topK,
    @Nullable Measure topKAccuracy,
    List<ClassFigures> classes,
    List<ClassFigures> seeds) {

  /** Empty if it asks for none, or nothing current is finished. */
  static Optional<RowMetrics> of(Row row) {
    ExperimentFile file = row.file();
    Metrics metrics = file == null ? null : file.experiment().metrics();
    if (metrics == null || !row.isComparable()) {
      return Optional.empty();
    }
    List<TestResult> tests =
        row.finished().stream().map(TrialResult::test).filter(Objects::nonNull).toList();
    List<List<ClassFigures>> figures =
        metrics.perClass() && Mistake.isSquare(row)
            ? tests.stream().map(test -> ClassFigures.of(test.confusion())).toList()
            : List.of();
    int classes = figures.isEmpty() ? 0 : row.classes().size();
    return Optional.of(
        new RowMetrics(
            metrics.topK(),
            topK(tests, row.data().testImages()),
            IntStream.range(0, classes)
                .mapToObj(c -> ClassFigures.mean(figures.stream().map(f -> f.get(c)).toList()))
                .toList(),
            figures.stream().map(ClassFigures::mean).toList()));
  }

  private static @Nullable Measure topK(List<TestResult> tests, int images) {
    List<Double> shares =
        tests.stream().map(TestResult::topKAccuracy).filter(Objects::nonNull).toList();
    return shares.isEmpty() ? null : Measure.ofShare(Summary.of(shares), images);
  }

  /** The mean over classes of a figure; null if it does not ask. */
  @Nullable Measure macro(ToDoubleFunction<ClassFigures> figure) {
    return seeds.isEmpty()
        ? null
        : Measure.of(Summary.of(seeds.stream().mapToDouble(figure).boxed().toList()));
  }
}
