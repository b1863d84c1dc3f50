package bakeoff.result;

import bakeoff.spec.Examples;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.SpecWriter;
import bakeoff.spec.Trial;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results to store. */
final class Results {

  private Results() {}

  static Trial trial(String name, int seed) {
    Path file = Path.of("experiments", "small", name + ".yaml");
    return new Trial(
        new ExperimentFile(file, "small", name, null, Examples.PLAIN.experiment()), seed);
  }

  static TrialResult finished(int seed) {
    TestResult test =
        new TestResult(
            2.0 / 3,
            1.25,
            List.of(1.0, 0.5),
            List.of(List.of(1, 0), List.of(1, 1)),
            "cd".repeat(32));
    return result(seed, new Outcome.Finished(), 1.5, test);
  }

  static TrialResult result(int seed, Outcome outcome, double loss, @Nullable TestResult test) {
    EpochRow row = new EpochRow(1, 1, 1e-8, loss, 0.25, 1.25, 2.0 / 3, List.of(1.75, 1.3333333333));
    return new TrialResult(
        1,
        "ab".repeat(32),
        seed,
        SpecWriter.full(Examples.PLAIN.experiment()),
        new DataFacts("two", "ef".repeat(32), List.of("cat", "dog"), 3),
        outcome,
        new Provenance("linux", "x86_64", "cpu", "avx2", "1.1.0", 1),
        36_122,
        123_456_789_012L,
        List.of(row),
        test);
  }
}
