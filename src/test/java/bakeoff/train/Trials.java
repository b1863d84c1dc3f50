package bakeoff.train;

import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Trials from text. */
public final class Trials {

  private Trials() {}

  public static Trial of(int seed, String text) {
    return new Trial(file("plain", text), seed);
  }

  public static ExperimentFile file(String name, String text) {
    Path file = Path.of("experiments", "small", name + ".yaml");
    return new ExperimentFile(file, "small", name, null, ExperimentReader.parse(text));
  }

  public static List<Trial> all(ExperimentFile... files) {
    return Stream.of(files).flatMap(file -> file.trials().stream()).toList();
  }

  /** An experiment of milliseconds an epoch. */
  public static ExperimentFile quick(String name, int epochs, String seeds) {
    return file(
        name,
        """
        dataset: shapes
        model: {layers: [max_pool2d: 8, flatten, dense: classes]}
        training:
          batch_size: 100
          optimizer: {sgd: {momentum: 0.9}}
          phases: [{epochs: %d, learning_rate: 0.05}]
        seeds: %s
        """
            .formatted(epochs, seeds));
  }

  /** Of a network that a fake model does not look at. */
  static Trial fake(int batchSize, String phases, String augmentation) {
    return of(
        3,
        """
        dataset: shapes
        augmentation: %s
        model: {layers: [flatten, dense: classes]}
        training:
          batch_size: %d
          optimizer: sgd
          phases: %s
        """
            .formatted(augmentation, batchSize, phases));
  }
}
