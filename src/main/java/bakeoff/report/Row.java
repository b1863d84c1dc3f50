package bakeoff.report;

import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.schema.Names;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.SpecWriter;
import bakeoff.stats.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with what is known of it.
 *
 * @param file null if it is gone
 * @param trials the current ones; those that are stored where none is current
 */
record Row(String name, State state, @Nullable ExperimentFile file, List<TrialResult> trials) {

  Row {
    trials = List.copyOf(trials);
  }

  /** An experiment is its name: a folder has each once. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && row.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Nullable String parent() {
    return file == null ? null : file.parent();
  }

  /** Those trained to the end; the others have no test result. */
  List<TrialResult> finished() {
    return trials.stream().filter(Row::isFinished).toList();
  }

  /** Diverged or failed, if they are current. */
  List<TrialResult> wrong() {
    return state.isCurrent()
        ? trials.stream().filter(trial -> !isFinished(trial)).toList()
        : List.of();
  }

  private static boolean isFinished(TrialResult trial) {
    return trial.outcome() instanceof Outcome.Finished && trial.test() != null;
  }

  /** Whether it can be compared: something current is finished. */
  boolean isComparable() {
    return state.isCurrent() && !finished().isEmpty();
  }

  private Stream<TestResult> tests() {
    return trials.stream().filter(Row::isFinished).map(TrialResult::test).map(Row::present);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a finished trial has a test result and epochs");
    }
    return value;
  }

  /** Fractions; null if nothing finished. */
  @Nullable Measure testAccuracy() {
    Summary summary = summary(tests().map(TestResult::accuracy).toList());
    return summary == null ? null : Measure.ofShare(summary, data().testImages());
  }

  @Nullable Measure testLoss() {
    return measure(tests().map(TestResult::loss).toList());
  }

  @Nullable Measure trainAccuracy() {
    return lastEpochs(EpochRow::trainAccuracy);
  }

  @Nullable Measure trainLoss() {
    return lastEpochs(EpochRow::trainLoss);
  }

  private @Nullable Measure lastEpochs(ToDoubleFunction<EpochRow> figure) {
    return measure(lastEpochs().map(figure::applyAsDouble).toList());
  }

  private Stream<EpochRow> lastEpochs() {
    return finished().stream().filter(t -> t.lastEpoch() != null).map(t -> present(t.lastEpoch()));
  }

  /** The last complete mean of 2,000 steps; null where an epoch is shorter. */
  @Nullable Measure lastPrintedLoss() {
    return measure(
        lastEpochs()
            .map(EpochRow::losses)
            .filter(losses -> !losses.isEmpty())
            .map(losses -> losses.get(losses.size() - 1))
            .toList());
  }

  private static @Nullable Measure measure(List<Double> values) {
    Summary summary = summary(values);
    return summary == null ? null : Measure.of(summary);
  }

  private static @Nullable Summary summary(List<Double> values) {
    return values.isEmpty() ? null : Summary.of(values);
  }

  /** The mean over seeds, a class a place; empty if nothing finished. */
  List<Double> perClassAccuracy() {
    return Means.ofLists(tests().map(TestResult::perClassAccuracy).toList());
  }

  /** Shares of a true class, the mean over seeds: a row a true class, a column a predicted one. */
  List<List<Double>> confusion() {
    return Means.ofRows(tests().map(TestResult::confusion).toList());
  }

  List<String> classes() {
    return file == null ? data().classes() : file.experiment().facts().classes();
  }

  /** Of the first trial; there has to be one. */
  DataFacts data() {
    return trials.get(0).data();
  }

  String dataset() {
    return file == null ? data().name() : Names.of(file.experiment().dataset().getClass());
  }

  JsonNode spec() {
    return file == null ? trials.get(0).spec() : SpecWriter.full(file.experiment());
  }

  long parameters() {
    return file == null ? trials.get(0).parameters() : file.experiment().network().parameters();
  }

  /** Of one trial. */
  long trainingFlops() {
    return file == null
        ? trials.get(0).trainingFlops()
        : file.experiment().network().trainingFlops(file.experiment());
  }

  int epochs() {
    if (file != null) {
      return file.experiment().timetable().epochs();
    }
    return trials.stream().mapToInt(trial -> trial.epochs().size()).max().orElse(0);
  }
}
