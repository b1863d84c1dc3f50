package bakeoff.cli;

import bakeoff.report.OpenQuestion;
import bakeoff.run.Durations;
import bakeoff.run.Speed;
import bakeoff.spec.ExperimentFile;
import java.util.Map;

/** What the answer to an open question would take on this machine. */
final class QuestionText {

  private QuestionText() {}

  static String of(OpenQuestion question, Speed speed, int cores) {
    double coreSeconds = 0;
    int more = 0;
    for (Map.Entry<ExperimentFile, Integer> entry : question.missing().entrySet()) {
      ExperimentFile file = entry.getKey();
      double seconds = speed.seconds(file);
      coreSeconds += entry.getValue() * seconds * Math.min(cores, file.threads());
      more += entry.getValue();
    }
    return "open: "
        + question.words()
        + "; "
        + question.seeds()
        + " seeds of each would tell: "
        + more
        + " more trainings, about "
        + Durations.text(coreSeconds / cores);
  }
}
