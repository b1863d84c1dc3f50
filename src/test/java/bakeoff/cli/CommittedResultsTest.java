package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.ResultStore;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in git was made from the files in git: no content key has moved, no report is behind. */
class CommittedResultsTest {

  @Test
  void everyResultIsOfTheFileAsItIs() {
    Call check = Call.of("check", "experiments/cifar10");
    assertEquals(0, check.status(), check.err());
    assertFalse(check.out().contains("stale"), check.out());
    assertFalse(check.out().contains("failed"), check.out());
    assertFalse(check.out().lines().noneMatch(line -> line.contains(" current")), check.out());
  }

  /** Some were stored before the language had all the keys that it has now. */
  @Test
  void everyTextMeansTheFileAsItIs() {
    ResultStore results = new ResultStore(Path.of("results"));
    List<ExperimentFile> files = Reading.of(List.of(Path.of("experiments/cifar10"))).experiments();
    int older = 0;
    for (ExperimentFile file : files) {
      for (Trial trial : file.trials()) {
        JsonNode stored = results.find(trial).map(TrialResult::spec).orElse(null);
        if (stored != null) {
          assertEquals(
              ContentKey.resolved(file.experiment()), StoredSpec.renewed(stored), trial.label());
          older += stored.equals(StoredSpec.renewed(stored)) ? 0 : 1;
        }
      }
    }
    assertTrue(older > 0);
  }

  @Test
  void everyReportIsWhatTheResultsGive() {
    Call check = Call.of("report", "results/cifar10", "--check");
    assertEquals(0, check.status(), check.out() + check.err());
  }
}
