package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowNetworkTest {

  private static final ExperimentFile FILE = Models.small("a", null, 10, 1, 2, 3);

  private static long flops(StoredTrial... trials) {
    List<TrialResult> results = Stream.of(trials).map(StoredTrial::result).toList();
    return RowNetwork.of(State.FINISHED, FILE, results).trainingFlops();
  }

  /** What crashed is stored with the cost of a whole training. */
  @Test
  void theMeanCostIsOfWhatFinished() {
    StoredTrial first = Results.finished(FILE, 1, 0.5, 0.6);
    StoredTrial crashed = Results.wrong(FILE, 3, new Outcome.Crashed("out of memory"));
    assertEquals(first.result().trainingFlops(), flops(first, crashed));
    StoredTrial early = Results.stoppedEarly(first, 100);
    StoredTrial later = Results.stoppedEarly(Results.finished(FILE, 2, 0.5, 0.6), 300);
    assertEquals(200, flops(early, later, crashed));
  }
}
