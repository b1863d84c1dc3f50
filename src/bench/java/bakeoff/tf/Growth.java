package bakeoff.tf;

import bakeoff.spec.Experiment;
import bakeoff.train.Device;
import bakeoff.yaml.ExperimentReader;
import java.util.Locale;
import org.tensorflow.Session;

/** How a step, and building the graph, grow with the batch size, the parameters, and the depth. */
final class Growth {

  private static final double SECONDS = 1;

  private Growth() {}

  /** Arguments: data folder (not read). */
  public static void main(String[] arguments) {
    head("batch size (model 1's network)");
    String convolutions =
        "conv2d: {filters: 6, kernel_size: 5, activation: relu}; max_pool2d: 2;"
            + " conv2d: {filters: 16, kernel_size: 5, activation: relu}; max_pool2d: 2; flatten;"
            + " dense: {units: 120, activation: relu}; dense: {units: 84, activation: relu};"
            + " dense: classes";
    for (int batch = 4; batch <= 1024; batch *= 2) {
      row(batch, convolutions, batch);
    }
    head("parameters (a hidden layer, batch 32)");
    for (int units = 4; units <= 32_768; units *= 8) {
      row(3_082L * units + 10L, "flatten; dense: " + units + "; dense: classes", 32);
    }
    head("depth (dense layers of 64, batch 32)");
    for (int depth : new int[] {10, 25, 50, 100, 200}) {
      String layers = "flatten; " + "dense: {units: 64, activation: relu}; ".repeat(depth);
      row(depth, layers + "dense: classes", 32);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void head(String what) {
    System.out.println("\n| " + what + " | build ms | step µs | step µs a unit |");
    System.out.println("|---:|---:|---:|---:|");
  }

  private static void row(long size, String layers, int batch) {
    Experiment experiment =
        ExperimentReader.parse(
            """
            dataset: shapes
            model:
              layers:
              - %s
            training:
              batch_size: %d
              optimizer: {sgd: {momentum: 0.9}}
              phases: [{epochs: 1, learning_rate: 0.001}]
              threads: 1
            """
                .formatted(layers.replace("; ", "\n  - "), batch));
    long start = System.nanoTime();
    try (TfModel model = new TfModel(experiment, 1, 1, Device.CPU);
        StepFeed feed = StepFeed.random(experiment)) {
      double built = (System.nanoTime() - start) / 1e6;
      double step = 1e6 * step(model.session(), feed);
      System.out.printf(
          Locale.ROOT, "| %,d | %.0f | %.0f | %.3g |%n", size, built, step, step / size);
    }
  }

  /** The fastest of five means. */
  private static double step(Session session, StepFeed feed) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      int steps = 0;
      do {
        try (var result = feed.step(session).run()) {
          steps += result.size() == 0 ? 1 : 0;
        }
      } while (System.nanoTime() - start < SECONDS / 5 * 1e9);
      best = Math.min(best, (System.nanoTime() - start) / 1e9 / steps);
    }
    return best;
  }
}
