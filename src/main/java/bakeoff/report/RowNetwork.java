package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Network;
import bakeoff.spec.SpecWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment is made of, and what it costs.
 *
 * @param spec with every default
 * @param trainingFlops of one trial; the mean of those that finished, where some stopped early
 */
record RowNetwork(JsonNode spec, long parameters, long trainingFlops) {

  /**
   * From its file; costs are its first trial's, and so is all where there is no file, if the trials
   * are not of the file as it is.
   */
  static RowNetwork of(State state, @Nullable ExperimentFile file, List<TrialResult> trials) {
    if (file == null || !state.isCurrent()) {
      TrialResult first = trials.get(0);
      JsonNode spec = file == null ? first.spec() : SpecWriter.full(file.experiment());
      return new RowNetwork(spec, first.parameters(), first.trainingFlops());
    }
    Experiment experiment = file.experiment();
    Network network = experiment.network();
    return new RowNetwork(
        SpecWriter.full(experiment), network.parameters(), flops(experiment, network, trials));
  }

  private static long flops(Experiment experiment, Network network, List<TrialResult> trials) {
    boolean early = trials.stream().anyMatch(trial -> trial.stoppedEarlyAfter() != null);
    return early
        ? Math.round(
            trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Finished)
                .mapToLong(TrialResult::trainingFlops)
                .average()
                .orElseThrow())
        : network.trainingFlops(experiment);
  }
}
