package bakeoff.compare;

import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.StableJson;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up results: what a test does not set is the same everywhere. */
record Fixture(
    double learningRate,
    int epochs,
    String digest,
    String instructionSet,
    Outcome outcome,
    @Nullable String salt) {

  static Fixture usual() {
    return new Fixture(0.001, 2, "d".repeat(64), "avx2", new Outcome.Finished(), null);
  }

  Fixture rate(double other) {
    return new Fixture(other, epochs, digest, instructionSet, outcome, salt);
  }

  Fixture epochs(int other) {
    return new Fixture(learningRate, other, digest, instructionSet, outcome, salt);
  }

  Fixture data(String other) {
    return new Fixture(learningRate, epochs, other, instructionSet, outcome, salt);
  }

  Fixture on(String other) {
    return new Fixture(learningRate, epochs, digest, other, outcome, salt);
  }

  Fixture ended(Outcome other) {
    return new Fixture(learningRate, epochs, digest, instructionSet, other, salt);
  }

  /** Makes keys and predictions those of a network of its own. */
  Fixture salted(String other) {
    return new Fixture(learningRate, epochs, digest, instructionSet, outcome, other);
  }

  /** Writes a trial for each accuracy, seeds from 1, in place of what was there. */
  void write(Path root, String folder, String name, double... accuracies) throws IOException {
    writeFrom(root, folder, name, 1, accuracies);
  }

  void writeFrom(Path root, String folder, String name, int first, double... accuracies)
      throws IOException {
    Path place = root.resolve(folder).resolve(name);
    delete(place);
    Files.createDirectories(place);
    for (int i = 0; i < accuracies.length; i++) {
      int seed = first + i;
      TrialResult trial = trial(seed, accuracies[i]);
      Files.write(place.resolve(seed + ".json"), StableJson.write(trial));
    }
  }

  static void delete(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (var files = Files.list(place)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(place);
    }
  }

  TrialResult trial(int seed, double accuracy) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("dataset", "shapes");
    ObjectNode training = spec.putObject("training");
    training.put("learning_rate", learningRate);
    training.putArray("phases").addObject().put("epochs", epochs);
    boolean finished = outcome instanceof Outcome.Finished;
    String identity = (salt == null ? "" : salt + " ") + learningRate + " " + digest + " " + seed;
    return new TrialResult(
        TrialResult.FORMAT,
        "key " + identity,
        seed,
        spec,
        new DataFacts("shapes", digest, List.of("circle", "square"), 1000),
        outcome,
        new Provenance("linux", "amd64", "cpu", instructionSet, "2.18.0", 1),
        62_006,
        1_000_000,
        List.of(new EpochRow(1, 1, learningRate, 1.2, 0.5, 1.3, accuracy, List.of())),
        finished
            ? new TestResult(
                accuracy,
                1.3,
                List.of(accuracy, accuracy),
                List.of(List.of(1, 2), List.of(3, 4)),
                "predictions " + accuracy)
            : null);
  }
}
