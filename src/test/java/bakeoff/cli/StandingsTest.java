package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static Trial trial(String name, int seed) {
    var experiment =
        ExperimentReader.parse(
            """
            dataset: shapes
            model: {layers: [flatten, dense: classes]}
            training: {batch_size: 10, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
            """);
    return new Trial(new ExperimentFile(Path.of(name), "f", name, null, experiment), seed);
  }

  @Test
  void theBestMeanStandsFirst() {
    Standings standings = Standings.none();
    standings.add(trial("a", 1), 0.5);
    standings.add(trial("b", 1), 0.75);
    standings.add(trial("a", 2), 0.25);
    assertEquals(
        List.of(
            "so far  test accuracy, %  n",
            "f/b                75.00  1", "f/a                37.50  2"),
        standings.lines(5));
  }

  @Test
  void aTrialTrainedAgainCountsOnce() {
    Standings standings = Standings.none();
    standings.add(trial("a", 1), 0.5);
    standings.add(trial("a", 1), 0.6);
    assertEquals("f/a                60.00  1", standings.lines(5).get(1));
  }

  @Test
  void whatDoesNotFitIsCounted() {
    Standings standings = Standings.none();
    for (int i = 1; i <= 12; i++) {
      standings.add(trial("net-" + i, 1), 0.5);
    }
    List<String> lines = standings.lines(4);
    assertEquals(5, lines.size());
    assertEquals("f/net-2 50.00 1", lines.get(2).replaceAll(" +", " "));
    assertEquals("and 9 more", lines.get(4));
    assertEquals(List.of(), standings.lines(0));
    assertEquals(List.of(), Standings.none().lines(5));
  }
}
