package bakeoff.bench;

import bakeoff.run.WorkerCommand;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that trains one network in a process of its own, by turns with others. */
final class Peer implements AutoCloseable {

  /** Images a second; and the most memory held at once, in MiB. */
  record Answer(double imagesPerSecond, long peakMebibytes) {}

  private static final double WARM_SECONDS = 2;

  private final List<String> command;
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  /** Starts it, and lets it run until it is warm. */
  private Peer(List<String> command, Map<String, String> environment) throws IOException {
    this.command = command;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    // Set on some machines against faults of old builds; they would slow the peer.
    builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
    builder.redirectError(new File("/dev/null"));
    process = builder.start();
    answers = process.inputReader();
    orders = process.outputWriter();
    turn(WARM_SECONDS);
  }

  static Peer java(String main, List<String> options, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new Peer(command, WorkerCommand.ENVIRONMENT);
  }

  static Peer python(Path script, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new Peer(command, Map.of());
  }

  /** Trains for so long while the others wait. */
  Answer turn(double seconds) throws IOException {
    orders.write(seconds + "\n");
    orders.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("no answer of " + command);
    }
    String[] words = line.split(" ", -1);
    return new Answer(Double.parseDouble(words[0]), Long.parseLong(words[1]));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
