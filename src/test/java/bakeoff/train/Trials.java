package bakeoff.train;

import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentReader;
import java.nio.file.Path;

/** Trials from text. */
public final class Trials {

  private Trials() {}

  public static Trial of(int seed, String text) {
    Path file = Path.of("experiments", "small", "plain.yaml");
    return new Trial(
        new ExperimentFile(file, "small", "plain", null, ExperimentReader.parse(text)), seed);
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
