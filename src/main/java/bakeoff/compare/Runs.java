package bakeoff.compare;

import bakeoff.stats.Summary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side's trials of one experiment, by seed. */
record Runs(List<Run> trials) {

  Runs {
    trials = List.copyOf(trials);
  }

  List<Run> unfinished() {
    return trials.stream().filter(trial -> !trial.isFinished()).toList();
  }

  /** Test accuracies of what finished, fractions; null if nothing did. */
  @Nullable Summary summary() {
    List<Double> accuracies = trials.stream().map(Run::accuracy).filter(Objects::nonNull).toList();
    return accuracies.isEmpty() ? null : Summary.of(accuracies);
  }

  /** Whether its trials were told different things. */
  boolean areMixed() {
    return trials.stream()
        .anyMatch(trial -> !Changes.between(trials.get(0).spec(), trial.spec()).isEmpty());
  }

  SortedSet<Integer> seeds() {
    return trials.stream().map(Run::seed).collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> keys() {
    return trials.stream().map(Run::key).collect(Collectors.toSet());
  }

  /** What the trials say of something, each answer once. */
  SortedSet<String> distinct(Function<Run, String> what) {
    return trials.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether both have the same seeds and each ended the same way, to the last prediction. */
  boolean sameResults(Runs other) {
    return trials.size() == other.trials.size() && seeds().equals(other.seeds()) && agrees(other);
  }

  /** Whether there are seeds that both have, and each of these ended the same way. */
  boolean agrees(Runs other) {
    boolean shared = false;
    for (Run trial : trials) {
      Optional<Run> twin = other.seed(trial.seed());
      if (twin.isPresent() && !trial.sameResult(twin.get())) {
        return false;
      }
      shared |= twin.isPresent();
    }
    return shared;
  }

  /**
   * Whether nothing but chance tells two of the same recipe apart: seeds that both have ended the
   * same way, or there is none, and both were trained on the same kind of machine.
   */
  boolean differsInSeedsAlone(Runs other) {
    boolean shared = trials.stream().anyMatch(trial -> other.seed(trial.seed()).isPresent());
    return shared ? agrees(other) : circumstances().equals(other.circumstances());
  }

  private Set<List<Object>> circumstances() {
    return trials.stream()
        .map(trial -> List.<Object>of(trial.hardware(), trial.tensorflow(), trial.semantics()))
        .collect(Collectors.toSet());
  }

  private Optional<Run> seed(int seed) {
    return trials.stream().filter(trial -> trial.seed() == seed).findFirst();
  }
}
