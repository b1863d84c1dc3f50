package bakeoff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How long a folder takes as the scheduler packs it, beside the ways one would pack it by hand; and
 * what so many trials of next to nothing cost.
 */
final class Folder {

  private static final String TRIAL =
      """
      dataset: shapes
      model:
        layers:
          - conv2d: {filters: %d, kernel_size: 5, activation: relu}
          - max_pool2d: 2
          - flatten
          - dense: {units: 64, activation: relu}
          - dense: classes
      training:
        batch_size: %d
        optimizer: {sgd: {momentum: 0.9}}
        phases: [{epochs: %d, learning_rate: 0.005}]
      """;

  private static final int ROUNDS = 3;
  private static final int CORES = 2;
  private static final int SMALL = 4;
  private static final int LARGE = 2;

  private final Path folder = Files.createTempDirectory("bench");

  private Folder() throws IOException {}

  /** Arguments: data folder (not read), and how many tiny trials, as 10,100. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Folder().packing();
    System.out.println("\n| trials of one step | s | s a trial |");
    System.out.println("|---:|---:|---:|");
    for (String count : arguments[1].split(",", -1)) {
      new Folder().many(Integer.parseInt(count));
    }
  }

  /** Four small trials that gain nothing from a second thread, and two that do. */
  private void packing() throws IOException, InterruptedException {
    for (int i = 0; i < SMALL; i++) {
      Files.writeString(folder.resolve("small-" + i + ".yaml"), TRIAL.formatted(4 + i, 4, 8));
    }
    for (int i = 0; i < LARGE; i++) {
      Files.writeString(folder.resolve("large-" + i + ".yaml"), TRIAL.formatted(96 + i, 128, 16));
    }
    double[][] seconds = new double[3][ROUNDS];
    double[] bounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      seconds[0][round] = run("chosen-" + round);
      seconds[1][round] = run("serial-" + round, "--jobs", "1", "--set", "training.threads=2");
      seconds[2][round] = run("parallel-" + round, "--jobs", "2", "--set", "training.threads=1");
      bounds[round] = bound(round);
    }
    double chosen = median(seconds[0]);
    double serial = median(seconds[1]);
    double parallel = median(seconds[2]);
    double bound = median(bounds);
    System.out.println(
        "| a folder of six, median of " + ROUNDS + " | s | ratio |\n|---|---:|---:|");
    row("as the scheduler packs it", chosen, 1);
    row("all serial, two threads", serial, chosen / serial);
    row("all parallel, one thread each", parallel, chosen / parallel);
    row("each alone, in threads times seconds, over two cores", bound, chosen / bound);
  }

  /**
   * Each alone, less what it costs to start; none of it can be had for less than its cores' time.
   */
  private double bound(int round) throws IOException, InterruptedException {
    double busy = 0;
    for (String kind : List.of("small", "large")) {
      int trials = kind.equals("small") ? SMALL : LARGE;
      for (int i = 0; i < trials; i++) {
        String name = kind + "-" + i;
        double alone = run(name + "-alone-" + round, "--only", name);
        double start = run(name + "-start-" + round, "--only", name, "--dry-run");
        busy += (alone - start) * (kind.equals("small") ? 1 : CORES);
      }
    }
    return busy / CORES;
  }

  private static double median(double[] seconds) {
    return new Percentile(50).evaluate(seconds);
  }

  private void many(int count) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("tiny.yaml"),
        """
        dataset: shapes
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 2000, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
        seeds: %s
        """
            .formatted(java.util.stream.IntStream.rangeClosed(1, count).boxed().toList()));
    double seconds = run("many");
    System.out.printf(Locale.ROOT, "| %d | %.1f | %.2f |%n", count, seconds, seconds / count);
  }

  private double run(String name, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", folder.toString()));
    arguments.addAll(List.of("--results", folder.resolve(name + "-results").toString()));
    arguments.addAll(List.of("--runs", folder.resolve(name + "-runs").toString()));
    arguments.addAll(Arrays.asList(options));
    return Timed.seconds(Timed.jar(arguments.toArray(String[]::new)));
  }

  private static void row(String what, double seconds, double ratio) {
    System.out.printf(Locale.ROOT, "| %s | %.1f | %.2f |%n", what, seconds, ratio);
  }
}
