package bakeoff.trust;

import bakeoff.cli.Bakeoff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, which can be killed; what it says is in files. */
record Started(Process process, Path said) {

  private static final int MOST_SECONDS = 600;

  static Started of(Path folder, Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Bakeoff.class.getName()));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new Started(builder.redirectOutput(said.toFile()).start(), said);
  }

  /** Its workers, as long as it lives. */
  List<ProcessHandle> workers() {
    return process.children().toList();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * As the out-of-memory killer would; the workers that it leaves. It is stopped before they are
   * counted, so that none starts in between.
   */
  List<ProcessHandle> kill() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    List<ProcessHandle> workers = workers();
    process.destroyForcibly().waitFor();
    return workers;
  }

  /** The exit code, once it has one. */
  int code() throws IOException, InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("does not end: " + words());
    }
    return process.exitValue();
  }

  String words() throws IOException {
    return Files.readString(said);
  }
}
