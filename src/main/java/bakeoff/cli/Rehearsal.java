package bakeoff.cli;

import bakeoff.run.WorkerCommand;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs the short commands once, in one process, and trains one small network: the build does so to
 * archive the classes they load (class-data sharing), a worker those of its own. What they answer
 * does not matter.
 */
final class Rehearsal {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("check", "experiments/quickstart"),
          List.of("show", "experiments/quickstart/conv.yaml"),
          List.of("report", "--check", "results"),
          List.of("diff", "HEAD"));

  private Rehearsal() {}

  /**
   * @param arguments where the trial leaves its files
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.setProperty(WorkerCommand.REHEARSAL, "true");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (List<String> command : COMMANDS) {
      Bakeoff.run(nowhere, nowhere, command.toArray(new String[0]));
    }
    Path folder = Path.of(arguments[0]);
    Bakeoff.run(
        nowhere,
        nowhere,
        "run",
        "experiments/quickstart/conv.yaml",
        "--force",
        "--seeds=1",
        "--set=training.phases.0.epochs=1",
        "--results=" + folder.resolve("results"),
        "--runs=" + folder.resolve("runs"));
  }
}
