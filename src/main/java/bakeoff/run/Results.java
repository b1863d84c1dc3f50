package bakeoff.run;

import bakeoff.dataset.Facts;
import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.schema.Names;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.Network;
import bakeoff.spec.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial's result from what is known of it. */
public final class Results {

  private Results() {}

  public static TrialResult of(
      Trial trial,
      Outcome outcome,
      Provenance platform,
      List<EpochRow> epochs,
      @Nullable TestResult test) {
    Experiment experiment = trial.experiment();
    Facts facts = experiment.facts();
    Network network = experiment.network();
    String dataset = Names.of(experiment.dataset().getClass());
    return new TrialResult(
        TrialResult.FORMAT,
        trial.key(),
        trial.seed(),
        ContentKey.resolved(experiment),
        new DataFacts(dataset, experiment.testDigest(), facts.classes(), facts.testImages()),
        outcome,
        platform,
        network.parameters(),
        outcome instanceof Outcome.Finished finished && finished.stoppedEarlyAfter() != null
            ? network.trainingFlops(experiment, finished.stoppedEarlyAfter())
            : network.trainingFlops(experiment),
        epochs,
        test);
  }
}
