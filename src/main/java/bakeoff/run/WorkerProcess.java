package bakeoff.run;

import bakeoff.train.Device;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker as its parent sees it: jobs in, messages out, and its log. */
final class WorkerProcess {

  private static final String MAIN = "bakeoff.worker.Worker";

  /** To archive its classes takes a worker some seconds. */
  private static final int FAREWELL_SECONDS = Boolean.getBoolean(WorkerCommand.REHEARSAL) ? 60 : 5;

  private static final int LONGEST_EVENT = 1 << 20;
  private static final int LONGEST_LOG_LINE = 1 << 16;

  private final Process process;
  private final OutputStream jobs;
  private final Thread logReader;
  private final int threads;
  private final Optional<String> gpu;
  private volatile @Nullable TrialLog log;

  /** Something a worker said; event null: it died. */
  record Message(WorkerProcess from, @Nullable Event event) {}

  /**
   * @param gpu the one that it sees; empty leaves that to CUDA, which takes the first
   * @param runs where Java says what it knows of a native crash; it would else be said where the
   *     program was started
   */
  WorkerProcess(
      int threads, Device device, Optional<String> gpu, Path runs, BlockingQueue<Message> messages)
      throws IOException {
    this.threads = threads;
    this.gpu = gpu;
    String crash = runs.toAbsolutePath().resolve("crash.txt").toString();
    ProcessBuilder builder = WorkerCommand.of(MAIN, "-XX:ErrorFile=" + crash);
    if (device == Device.CPU) {
      builder.environment().put("CUDA_VISIBLE_DEVICES", "-1");
    }
    gpu.ifPresent(name -> builder.environment().put("CUDA_VISIBLE_DEVICES", name));
    this.process = builder.start();
    this.jobs = process.getOutputStream();
    start("events", () -> readEvents(messages));
    this.logReader = start("log", this::readLog);
  }

  private Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name + "-" + process.pid());
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  int threads() {
    return threads;
  }

  Optional<String> gpu() {
    return gpu;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its log goes there from now on, and the one before is closed. */
  void submit(Job job, TrialLog to) throws IOException {
    closeLog();
    log = to;
    jobs.write(Wire.line(job).getBytes(StandardCharsets.UTF_8));
    jobs.flush();
  }

  private void readEvents(BlockingQueue<Message> messages) {
    try (Lines lines = new Lines(process.getInputStream(), LONGEST_EVENT)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        read(line, messages);
      }
    } catch (IOException e) {
      addToLog("the worker's events broke off: " + e.getMessage());
    }
    messages.add(new Message(this, null));
  }

  /** A line that is no event was printed by native code, which knows nothing of events. */
  private void read(String line, BlockingQueue<Message> messages) {
    try {
      messages.add(new Message(this, Wire.read(line, Event.class)));
    } catch (JsonProcessingException e) {
      addToLog(line);
    }
  }

  private void readLog() {
    try (Lines lines = new Lines(process.getErrorStream(), LONGEST_LOG_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        addToLog(line);
      }
    } catch (IOException e) {
      addToLog("the worker's log broke off: " + e.getMessage());
    } finally {
      closeLog();
    }
  }

  private void closeLog() {
    TrialLog current = log;
    if (current != null) {
      current.close();
    }
  }

  private void addToLog(String line) {
    TrialLog current = log;
    if (current != null) {
      current.add(line);
    }
  }

  /** Asks it to leave a checkpoint and end. */
  void stop() {
    try {
      jobs.close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Whether it has ended within that time. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Ends it, if it does not end by itself at once, and waits for the last lines of its log. */
  void end() throws InterruptedException {
    stop();
    if (!awaitEnd(FAREWELL_SECONDS)) {
      kill();
    }
    logReader.join(FAREWELL_SECONDS * 1000L);
  }

  /** How it died, in words; it is dead, or about to be. */
  String death() {
    try {
      if (!awaitEnd(FAREWELL_SECONDS)) {
        return "the worker closed its output";
      }
      return death(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the worker ended";
    }
  }

  static String death(int code) {
    return code > 128
        ? "the worker was ended by " + signal(code - 128)
        : "the worker ended with exit code " + code;
  }

  private static String signal(int number) {
    return switch (number) {
      case 4 -> "signal 4 (illegal instruction)";
      case 6 -> "signal 6 (abort)";
      case 9 -> "signal 9 (killed; the out-of-memory killer does that)";
      case 11 -> "signal 11 (segmentation fault)";
      case 15 -> "signal 15 (terminated)";
      default -> "signal " + number;
    };
  }

  static Path logOf(Path trialFolder) {
    return trialFolder.resolve("log.txt");
  }
}
