package bakeoff.report;

import bakeoff.result.EpochRow;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment's seeds come to, computed once: of the epochs that are tested. Measures are
 * null if nothing finished.
 *
 * @param finished the trials that were trained to the end
 * @param testAccuracy a fraction
 * @param lastPrintedLoss the last complete mean of 2,000 steps; null where an epoch is shorter
 * @param validationAccuracy a fraction; null if no images are set aside, as is the loss
 * @param perClassAccuracy a class a place
 * @param confusion shares: a row a true class, a column a predicted one
 */
record RowMeans(
    List<TrialResult> finished,
    @Nullable Measure testAccuracy,
    @Nullable Measure testLoss,
    @Nullable Measure trainAccuracy,
    @Nullable Measure trainLoss,
    @Nullable Measure lastPrintedLoss,
    @Nullable Measure validationAccuracy,
    @Nullable Measure validationLoss,
    List<Double> perClassAccuracy,
    List<List<Double>> confusion) {

  /** Of trials that all have a test result. */
  static RowMeans of(List<TrialResult> finished) {
    List<TestResult> tests = new ArrayList<>();
    List<EpochRow> epochs = new ArrayList<>();
    List<Double> printed = new ArrayList<>();
    for (TrialResult trial : finished) {
      TestResult test = trial.test();
      if (test == null) {
        throw new IllegalStateException("a finished trial has a test result");
      }
      tests.add(test);
      EpochRow last = trial.reportedEpoch();
      if (last != null) {
        epochs.add(last);
        List<Double> losses = last.losses();
        if (!losses.isEmpty()) {
          printed.add(losses.get(losses.size() - 1));
        }
      }
    }
    List<Double> accuracies = tests.stream().map(TestResult::accuracy).toList();
    return new RowMeans(
        finished,
        tests.isEmpty()
            ? null
            : Measure.ofShare(Summary.of(accuracies), finished.get(0).data().testImages()),
        measure(tests.stream().map(TestResult::loss).toList()),
        measure(epochs.stream().map(EpochRow::trainAccuracy).toList()),
        measure(epochs.stream().map(EpochRow::trainLoss).toList()),
        measure(printed),
        measure(values(epochs, EpochRow::validationAccuracy)),
        measure(values(epochs, EpochRow::validationLoss)),
        Means.ofLists(tests.stream().map(TestResult::perClassAccuracy).toList()),
        Means.ofRows(tests.stream().map(TestResult::confusion).toList()));
  }

  private static List<Double> values(
      List<EpochRow> epochs, Function<EpochRow, @Nullable Double> figure) {
    return epochs.stream().map(figure).filter(Objects::nonNull).toList();
  }

  private static @Nullable Measure measure(List<Double> values) {
    return values.isEmpty() ? null : Measure.of(Summary.of(values));
  }
}
