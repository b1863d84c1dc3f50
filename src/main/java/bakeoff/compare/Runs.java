package bakeoff.compare;

import bakeoff.result.Outcome;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.stats.Summary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side's trials of one experiment, by seed. */
record Runs(List<TrialResult> trials) {

  Runs {
    trials = List.copyOf(trials);
  }

  List<TrialResult> finished() {
    return trials.stream().filter(Runs::isFinished).toList();
  }

  List<TrialResult> unfinished() {
    return trials.stream().filter(trial -> !isFinished(trial)).toList();
  }

  /** Test accuracies of what finished, fractions; null if nothing did. */
  @Nullable Summary summary() {
    List<Double> accuracies = trials.stream().flatMap(trial -> accuracy(trial).stream()).toList();
    return accuracies.isEmpty() ? null : Summary.of(accuracies);
  }

  TreeSet<Integer> seeds() {
    return trials.stream().map(TrialResult::seed).collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> keys() {
    return trials.stream().map(TrialResult::key).collect(Collectors.toSet());
  }

  /** What the trials say of something, each answer once. */
  TreeSet<String> distinct(Function<TrialResult, String> what) {
    return trials.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether both have the same seeds and each ended the same way, to the last prediction. */
  boolean sameResults(Runs other) {
    return seeds().equals(other.seeds()) && agrees(other);
  }

  /** Whether there are seeds that both have, and each of these ended the same way. */
  boolean agrees(Runs other) {
    boolean shared = false;
    for (TrialResult trial : trials) {
      Optional<TrialResult> twin = other.seed(trial.seed());
      if (twin.isPresent()) {
        shared = true;
        if (!sameResult(trial, twin.get())) {
          return false;
        }
      }
    }
    return shared;
  }

  Optional<TrialResult> seed(int seed) {
    return trials.stream().filter(trial -> trial.seed() == seed).findFirst();
  }

  private static boolean sameResult(TrialResult a, TrialResult b) {
    return a.outcome().equals(b.outcome()) && Objects.equals(a.test(), b.test());
  }

  private static boolean isFinished(TrialResult trial) {
    return trial.outcome() instanceof Outcome.Finished;
  }

  private static Optional<Double> accuracy(TrialResult trial) {
    TestResult test = trial.test();
    return isFinished(trial) && test != null ? Optional.of(test.accuracy()) : Optional.empty();
  }
}
