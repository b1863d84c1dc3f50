package bakeoff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How long the person at the keyboard waits: the short commands, and a trial of next to nothing.
 */
final class Start {

  private static final int TIMES = 10;
  private static final String[][] COMMANDS = {
    {"--help"},
    {"check", "experiments/cifar10"},
    {"show", "experiments/cifar10/model-8.yaml"},
    {"diff"},
    {"report", "results/cifar10"},
  };
  private static final String NOTHING =
      """
      dataset: shapes
      model: {layers: [flatten, dense: classes]}
      training: {batch_size: 1000, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  private Start() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("| command, median of " + TIMES + " | java -jar | target/bin/bakeoff |");
    System.out.println("|---|---:|---:|");
    for (String[] command : COMMANDS) {
      double jar = Timed.median(Timed.jar(command), TIMES);
      double script = Timed.median(Timed.script(command), TIMES);
      row(String.join(" ", command), jar, script);
    }
    Path folder = Files.createTempDirectory("bench");
    Files.writeString(folder.resolve("nothing.yaml"), NOTHING);
    String[] run = {
      "run",
      folder.toString(),
      "--force",
      "--results",
      folder.resolve("results").toString(),
      "--runs",
      folder.resolve("runs").toString()
    };
    double jar = Timed.median(Timed.jar(run), TIMES);
    row(
        "run: one trial of a single step, report included",
        jar,
        Timed.median(Timed.script(run), TIMES));
  }

  private static void row(String what, double jar, double script) {
    System.out.printf(Locale.ROOT, "| %s | %.2f s | %.2f s |%n", what, jar, script);
  }
}
