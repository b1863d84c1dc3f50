package bakeoff.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * TensorFlow, loaded in a process of its own, which may die of it.
 *
 * @param notes what its native code said while it started
 */
public record TensorFlowCheck(Inspected inspected, List<String> notes, double seconds) {

  private static final long PATIENCE_SECONDS = 300; // the first time, 700 MB are unpacked

  public TensorFlowCheck {
    notes = List.copyOf(notes);
  }

  public static TensorFlowCheck make() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path out = Files.createTempFile("bakeoff", ".out");
    Path err = Files.createTempFile("bakeoff", ".err");
    try {
      ProcessBuilder builder =
          WorkerCommand.of("bakeoff.worker.Inspection")
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "0");
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      Inspected inspected =
          ended
              ? read(Files.readString(out), process.exitValue())
              : new Inspected(null, false, "it hangs");
      List<String> notes =
          new String(Files.readAllBytes(err), StandardCharsets.UTF_8).lines().toList();
      return new TensorFlowCheck(inspected, notes, (System.nanoTime() - start) / 1e9);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static Inspected read(String said, int exitCode) {
    String last = said.lines().reduce("", (before, line) -> line); // native code may print, too
    try {
      return Wire.read(last, Inspected.class);
    } catch (JsonProcessingException e) {
      return new Inspected(null, false, WorkerProcess.death(exitCode));
    }
  }

  /** What oneDNN's kernels, on which the speed rests, are; empty if it said nothing of them. */
  public Optional<String> oneDnn() {
    if (inspected.tensorflow() == null) {
      return Optional.empty();
    }
    boolean on = notes.stream().anyMatch(line -> line.contains("oneDNN custom operations are on"));
    return Optional.of(on ? "on" : "off");
  }

  /** The instructions that the native library says it can use here. */
  public Optional<String> cpuFeatures() {
    String mark = "CPU instructions in performance-critical operations: ";
    String rebuild = "To enable the following instructions: ";
    for (String line : notes) {
      for (String sign : List.of(mark, rebuild)) {
        int at = line.indexOf(sign);
        if (at >= 0) {
          return Optional.of(line.substring(at + sign.length()).replaceFirst(",? in other .*", ""));
        }
      }
    }
    return Optional.empty();
  }
}
