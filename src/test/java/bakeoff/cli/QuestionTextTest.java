package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.report.OpenQuestion;
import bakeoff.run.Durations;
import bakeoff.run.Speed;
import bakeoff.spec.Examples;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTextTest {

  @TempDir private Path runs = Path.of("");

  @Test
  void timeIsOfAllTrainingsOnAllCores() throws Exception {
    ExperimentFile small = file(Examples.PLAIN.threads(1).experiment());
    ExperimentFile wide = file(Examples.PLAIN.threads(2).experiment());
    Files.writeString(
        runs.resolve("speed.json"), "{\"trials\": [{\"estimated\": 100, \"took\": 5000}]}");
    // On two cores six trainings with one thread each take the time of three, with two threads of
    // six.
    assertEquals(
        "open: whether b differs from a; 9 seeds of each would tell: 6 more trainings, about "
            + Durations.text(3 * Speed.of(runs).seconds(small)),
        text(small));
    assertEquals(
        "open: whether b differs from a; 9 seeds of each would tell: 6 more trainings, about "
            + Durations.text(6 * Speed.of(runs).seconds(wide)),
        text(wide));
  }

  private String text(ExperimentFile file) {
    OpenQuestion question = new OpenQuestion("whether b differs from a", 9, Map.of(file, 6));
    return QuestionText.of(question, Speed.of(runs), 2);
  }

  private static ExperimentFile file(Experiment experiment) {
    return new ExperimentFile(Path.of("b.yaml"), "mine", "b", "a", experiment);
  }
}
