package bakeoff.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whole processes by the clock on the wall. */
final class Timed {

  private Timed() {}

  /** The program as its users start it, without the script. */
  static List<String> jar(String... arguments) {
    List<String> command = new ArrayList<>(List.of("java", "-jar", "target/bakeoff.jar"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  static List<String> script(String... arguments) {
    List<String> command = new ArrayList<>(List.of("target/bin/bakeoff"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Seconds. */
  static double seconds(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(new File("/dev/null"));
    long start = System.nanoTime();
    int status = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status);
    }
    return seconds;
  }

  static double median(List<String> command, int times) throws IOException, InterruptedException {
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      seconds[i] = seconds(command);
    }
    Arrays.sort(seconds);
    return seconds[times / 2];
  }
}
