package bakeoff.worker;

import bakeoff.run.Inspected;
import bakeoff.run.Wire;
import bakeoff.tf.TensorFlowRuntime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The process in which TensorFlow is loaded to see what it sees; its notes go to standard error.
 */
public final class Inspection {

  private Inspection() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8); // as it is read
    System.setOut(System.err);
    Inspected inspected;
    try {
      inspected = new Inspected(TensorFlowRuntime.version(), TensorFlowRuntime.hasGpu(), null);
    } catch (RuntimeException | LinkageError e) {
      inspected = new Inspected(null, false, words(e));
    }
    out.print(Wire.line(inspected));
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** A failed start of a class hides what failed. */
  private static String words(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + message;
  }
}
