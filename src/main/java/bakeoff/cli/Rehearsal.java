package bakeoff.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * Runs the short commands once, in one process: the build does so to archive the classes they load
 * (class-data sharing). What they answer does not matter.
 */
final class Rehearsal {

  private static final String[][] COMMANDS = {
    {"--help"},
    {"check", "experiments/quickstart"},
    {"show", "experiments/quickstart/conv.yaml"},
    {"report", "--check", "results"},
    {"diff", "HEAD"},
    {"run", "experiments/quickstart", "--dry-run"},
  };

  private Rehearsal() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (String[] command : COMMANDS) {
      Bakeoff.run(nowhere, nowhere, command);
    }
  }
}
