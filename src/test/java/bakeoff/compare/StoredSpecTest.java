package bakeoff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.Problems;
import bakeoff.result.ResultStore;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoredSpecTest {

  /** Some were stored before the language had all the keys that it has now. */
  @Test
  void everyCommittedTextMeansTheFileAsItIs() {
    ResultStore results = new ResultStore(Path.of("results"));
    int older = 0;
    for (int model = 1; model <= 8; model++) {
      Path path = Path.of("experiments", "cifar10", "model-" + model + ".yaml");
      ExperimentFile file = new ExperimentReader(new Problems()).read(path).get(0);
      for (Trial trial : file.trials()) {
        JsonNode stored = results.find(trial).map(TrialResult::spec).orElseThrow();
        JsonNode renewed = StoredSpec.renewed(stored);
        assertEquals(ContentKey.resolved(file.experiment()), renewed, trial.label());
        older += stored.equals(renewed) ? 0 : 1;
      }
    }
    assertTrue(older > 0);
  }

  @Test
  void whatCannotBeReadStaysAsItIs() {
    JsonNode other = new TextNode("of another time");
    assertEquals(other, StoredSpec.renewed(other));
  }
}
