package bakeoff.tf;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.spec.Experiment;
import bakeoff.train.Batch;
import bakeoff.yaml.ExperimentReader;

/** Experiments and batches to step with. */
final class Trainings {

  private static final int NUMBERS = 32 * 32 * 3;

  private Trainings() {}

  /**
   * @param layers a YAML list, unindented
   */
  static Experiment of(String layers, String optimizer) {
    return of(layers, optimizer, "float32");
  }

  static Experiment of(String layers, String optimizer, String precision) {
    return ExperimentReader.parse(
        """
        dataset: shapes
        model:
          layers:
        %s
        training:
          batch_size: 4
          optimizer: %s
          precision: %s
          phases: [{epochs: 1, learning_rate: 0.1}]
        """
            .formatted(layers.indent(4), optimizer, precision));
  }

  /**
   * With some keys of {@code training} as a flow map, the others put under them.
   *
   * @param layers a YAML list, unindented
   */
  static Experiment with(String layers, String training) {
    String keys = training.strip();
    keys = keys.substring(1, keys.length() - 1);
    String batch = keys.contains("batch_size") ? "" : "batch_size: 4, ";
    String phases = keys.contains("phases") ? "" : ", phases: [{epochs: 1, learning_rate: 0.1}]";
    return ExperimentReader.parse(
        "dataset: shapes\nmodel:\n  layers:\n"
            + layers.indent(4)
            + "training: {"
            + batch
            + keys
            + phases
            + "}\n");
  }

  /** Images of numbers in ±1, in classes 0, 3, 6, 9, 2, … */
  static Batch noise(int size, int place) {
    Chance chance = Chance.of(11, Purpose.SHAPES, place);
    Batch batch = Batch.of(size, NUMBERS, 10);
    for (int i = 0; i < batch.images().length; i++) {
      batch.images()[i] = (float) chance.uniform(-1, 1);
    }
    for (int i = 0; i < size; i++) {
      batch.labels()[i] = 3 * i % 10;
      batch.targets()[10 * i + 3 * i % 10] = 1;
    }
    return batch;
  }
}
