package bakeoff.report;

import bakeoff.augment.Augmentation;
import bakeoff.result.DataFacts;
import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;
import bakeoff.schema.Names;
import bakeoff.spec.ExperimentFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with what is known of it.
 *
 * @param file null if it is gone
 * @param trials the current ones; those that are stored where none is current
 * @param means computed from these
 * @param network what it is made of and costs
 */
record Row(
    String name,
    State state,
    @Nullable ExperimentFile file,
    List<TrialResult> trials,
    RowMeans means,
    RowNetwork network) {

  static Row of(String name, State state, @Nullable ExperimentFile file, List<TrialResult> trials) {
    List<TrialResult> finished = trials.stream().filter(Row::isFinished).toList();
    return new Row(
        name,
        state,
        file,
        List.copyOf(trials),
        RowMeans.of(finished),
        RowNetwork.of(state, file, trials));
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
    return means.finished();
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

  /** Fractions; null if nothing finished. */
  @Nullable Measure testAccuracy() {
    return means.testAccuracy();
  }

  @Nullable Measure testLoss() {
    return means.testLoss();
  }

  @Nullable Measure trainAccuracy() {
    return means.trainAccuracy();
  }

  @Nullable Measure trainLoss() {
    return means.trainLoss();
  }

  /** The last complete mean of 2,000 steps; null where an epoch is shorter. */
  @Nullable Measure lastPrintedLoss() {
    return means.lastPrintedLoss();
  }

  /** Null if no images are set aside. */
  @Nullable Measure validationAccuracy() {
    return means.validationAccuracy();
  }

  @Nullable Measure validationLoss() {
    return means.validationLoss();
  }

  /** The mean over seeds, a class a place; empty if nothing finished. */
  List<Double> perClassAccuracy() {
    return means.perClassAccuracy();
  }

  /** Shares of a true class, the mean over seeds: a row a true class, a column a predicted one. */
  List<List<Double>> confusion() {
    return means.confusion();
  }

  /** Its file, if what is stored is of it; null where results are shown as they were. */
  private @Nullable ExperimentFile asItIs() {
    return state.isCurrent() ? file : null;
  }

  List<String> classes() {
    ExperimentFile now = asItIs();
    return now == null ? data().classes() : now.experiment().facts().classes();
  }

  /** Whether there are test images of a class, by its place. */
  boolean isTested(int label) {
    return finished().stream()
        .map(TrialResult::test)
        .allMatch(
            test ->
                test != null && test.confusion().get(label).stream().anyMatch(count -> count > 0));
  }

  /** Of the first trial; there has to be one. */
  DataFacts data() {
    return trials.get(0).data();
  }

  String dataset() {
    ExperimentFile now = asItIs();
    return now == null ? data().name() : Names.of(now.experiment().dataset().getClass());
  }

  /** What is done to test images. */
  List<Augmentation> testAugmentation() {
    return file == null ? List.of() : file.experiment().augmentation().test();
  }

  JsonNode spec() {
    return network.spec();
  }

  long parameters() {
    return network.parameters();
  }

  /** Of one trial. */
  long trainingFlops() {
    return network.trainingFlops();
  }

  int epochs() {
    ExperimentFile now = asItIs();
    if (now != null) {
      return now.experiment().timetable().epochs();
    }
    return trials.stream().mapToInt(trial -> trial.epochs().size()).max().orElse(0);
  }
}
