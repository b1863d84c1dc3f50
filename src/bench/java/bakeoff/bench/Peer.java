package bakeoff.bench;

import bakeoff.run.WorkerCommand;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that trains one network in a process of its own, and says how fast.
 *
 * @param environment beside what the process inherits
 */
record Peer(String name, List<String> command, Map<String, String> environment) {

  /** Images a second; and the most memory held at once, in MiB. */
  record Answer(double imagesPerSecond, long peakMebibytes) {}

  static Peer java(String name, String main, List<String> options, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new Peer(name, command, WorkerCommand.ENVIRONMENT);
  }

  static Peer python(String name, Path script, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return new Peer(name, command, Map.of());
  }

  /** Runs it to its end. */
  Answer run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    // Set on some machines against faults of old builds; they would slow the peer.
    builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
    builder.redirectError(new File("/dev/null"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String[] last = said.strip().lines().reduce("", (a, b) -> b).split(" ", -1);
    if (status != 0 || last.length != 2) {
      throw new IOException(
          String.format(Locale.ROOT, "%s ended with %d: %s", name, status, command));
    }
    return new Answer(Double.parseDouble(last[0]), Long.parseLong(last[1]));
  }
}
