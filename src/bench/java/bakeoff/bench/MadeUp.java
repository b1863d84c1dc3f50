package bakeoff.bench;

import bakeoff.problem.Problems;
import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Npy;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.ResultStore;
import bakeoff.result.StableJson;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A folder of experiments, three seeds and 50 epochs each, with results of two days, drawn at
 * random.
 */
final class MadeUp {

  static final String NAME = "many";

  private static final int EPOCHS = 50;
  private static final int CLASSES = 10;
  private static final int IMAGES = 10_000;
  private static final String FIRST =
      """
      dataset: cifar10
      model:
        layers: [{conv2d: {filters: 6, kernel_size: 5}}, flatten, dense: 10, dense: classes]
      training:
        batch_size: 4
        optimizer: {sgd: {momentum: 0.9}}
        phases: [{epochs: 50, learning_rate: 0.001}]
      seeds: [1, 2, 3]
      """;
  private static final String OTHER =
      """
      extends: net-%d.yaml
      model:
        layers: [{conv2d: {filters: 6, kernel_size: 5}}, flatten, dense: %d, dense: classes]
      """;

  private final Path folder = Files.createTempDirectory("bench");
  private final Random chance = new Random(7);

  MadeUp(int experiments) throws IOException {
    for (int i = 1; i <= experiments; i++) {
      experiment(i);
    }
  }

  /** Where the folders of experiments are; the one is {@link #NAME}. */
  Path files() {
    return folder.resolve("files");
  }

  Path before() {
    return folder.resolve("before");
  }

  Path after() {
    return folder.resolve("after");
  }

  /** Its file, its results, and others of another day. */
  private void experiment(int i) throws IOException {
    Path files = Files.createDirectories(files().resolve(NAME));
    Path file = files.resolve("net-" + i + ".yaml");
    Files.writeString(file, i == 1 ? FIRST : OTHER.formatted(i / 2, 10 + i));
    ExperimentFile read =
        new ExperimentReader(new Problems(), List.of(), name -> true).read(file).get(0);
    for (Map.Entry<Integer, String> key : ContentKey.all(read.experiment()).entrySet()) {
      for (Path side : List.of(before(), after())) {
        int[] predicted = chance.ints(IMAGES, 0, CLASSES).toArray();
        TrialResult result = result(read.experiment(), key.getKey(), key.getValue());
        Path json = new ResultStore(side).json(NAME, read.name(), key.getKey());
        Files.createDirectories(json.resolveSibling(""));
        Files.write(json, StableJson.write(result));
        Files.write(json.resolveSibling(key.getKey() + ".npy"), Npy.write(predicted, CLASSES));
      }
    }
  }

  private TrialResult result(Experiment experiment, int seed, String key) {
    double accuracy = 0.5 + 0.05 * chance.nextGaussian();
    List<EpochRow> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      double loss = 1 + chance.nextDouble() / epoch;
      epochs.add(
          new EpochRow(epoch, 1, 0.001, loss, accuracy, loss, accuracy, List.of(loss, loss)));
    }
    List<Double> perClass = chance.doubles(CLASSES).boxed().toList();
    List<List<Integer>> confusion = new ArrayList<>();
    for (int of = 0; of < CLASSES; of++) {
      confusion.add(chance.ints(CLASSES, 50, 150).boxed().toList());
    }
    return new TrialResult(
        TrialResult.FORMAT,
        key,
        seed,
        ContentKey.resolved(experiment),
        new DataFacts(
            "cifar10",
            experiment.dataset().digest(),
            experiment.dataset().facts().classes(),
            IMAGES),
        new Outcome.Finished(),
        new Provenance("linux", "x86_64", "cpu", "avx2", "2.18.0", 1),
        experiment.network().parameters(),
        experiment.network().trainingFlops(experiment),
        epochs,
        new TestResult(accuracy, 1.2, perClass, confusion, "0".repeat(64)));
  }
}
