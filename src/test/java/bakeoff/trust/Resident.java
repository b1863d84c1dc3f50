package bakeoff.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of a process: TensorFlow's memory is in no figure of Java's. */
record Resident(long pid) {

  private Path file(String name) {
    return Path.of("/proc", String.valueOf(pid), name);
  }

  private long status(String key) {
    try (Stream<String> lines = Files.lines(file("status"))) {
      return lines
          .filter(line -> line.startsWith(key + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it has ended
    }
  }

  /** MiB, now. */
  double mebibytes() {
    return status("VmRSS") / 1024.0;
  }

  /** MiB, the most there ever were. */
  double mostMebibytes() {
    return status("VmHWM") / 1024.0;
  }

  long threads() {
    return status("Threads");
  }

  long openFiles() {
    String[] open = file("fd").toFile().list();
    return open == null ? 0 : open.length;
  }
}
