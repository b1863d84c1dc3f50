package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.train.Trials;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a worker, its trial is one failed row with its reason and its log's last
 * lines; the others are trained, and the next run tries again.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class IsolationTest {

  private static final Scheduler.Limits PATIENT =
      new Scheduler.Limits(Double.POSITIVE_INFINITY, 300);

  /** Long enough to be hit, short enough to be trained after that. */
  private static final int EPOCHS = 300;

  private static final String LINE = "a line that says nothing ".repeat(40) + "\n";
  private static final int MORE_THAN_A_LOG = (17 << 20) / LINE.length();

  @TempDir private Path folder;

  private Places places() {
    return new Places(folder.resolve("data"), folder.resolve("results"), folder.resolve("runs"));
  }

  private RunListener run(Scheduler.Limits limits, boolean force, RunListener to, Trial... trials)
      throws IOException, InterruptedException {
    Speed speed = Speed.of(places().runs());
    Plan plan = Plan.of(List.of(trials), places(), speed, 2, 2, force);
    new Scheduler(plan, places(), Device.CPU, limits, speed, to).run();
    return to;
  }

  private static Trial trial(String name) {
    return Trials.file(
            name,
            """
            dataset: shapes
            subset: {fraction: 0.1, classes: [circle, ring]}
            model: {layers: [max_pool2d: 8, flatten, dense: classes]}
            training: {batch_size: 40, optimizer: sgd, phases: [{epochs: %d, learning_rate: 0.1}]}
            """
                .formatted(EPOCHS))
        .trials()
        .get(0);
  }

  private long worker(Trial trial) {
    try {
      String owner = Files.readString(places().of(trial).resolve("lock"));
      return Long.parseLong(owner.replace("process ", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name, Trial trial) {
    try {
      String pid = String.valueOf(worker(trial));
      assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As native code does that prints a warning at every step. */
  private void say(Trial trial, String text, int times) {
    Path stderr = Path.of("/proc", String.valueOf(worker(trial)), "fd/2");
    try (FileOutputStream out = new FileOutputStream(stderr.toFile())) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    } catch (IOException e) {
      return; // it was ended meanwhile
    }
  }

  private void fault(Trial trial) {
    switch (trial.file().name()) {
      case "crashes" -> {
        say(trial, "Check failed: native code has a bad day\n", 1);
        signal("SEGV", trial);
      }
      case "too-large" -> signal("KILL", trial);
      case "hangs" -> signal("STOP", trial);
      case "talks" -> new Thread(() -> say(trial, LINE, MORE_THAN_A_LOG)).start();
      default -> {}
    }
  }

  private Outcome outcome(Trial trial) {
    return new ResultStore(places().results()).find(trial).orElseThrow().outcome();
  }

  @Test
  void eachFaultIsOneFailedRowAndTheNextRunTriesAgain() throws IOException, InterruptedException {
    long before = System.nanoTime();
    run(PATIENT, false, new RunListener(any -> {}), trial("first"));
    double usual = (System.nanoTime() - before) / 1e9;
    double silence = Math.ceil(3 + 4 * usual); // on a machine as busy as this one is
    Scheduler.Limits limits = new Scheduler.Limits(Double.POSITIVE_INFINITY, silence);
    Map<String, String> reasons = new TreeMap<>();
    reasons.put("crashes", "the worker was ended by signal 6 (abort): SIGSEGV");
    reasons.put(
        "too-large",
        "the worker was ended by signal 9 (killed; the out-of-memory killer does that)");
    reasons.put("hangs", "no sign of life for " + Durations.text(silence));
    reasons.put("talks", "its log is full");
    List<Trial> trials = new ArrayList<>();
    for (String name : List.of("hangs", "crashes", "good", "too-large", "talks", "good-too")) {
      trials.add(trial(name));
    }
    ExperimentFile nan =
        Trials.file(
            "nan",
            """
            dataset: shapes
            model: {layers: [max_pool2d: 8, flatten, dense: 30, dense: classes]}
            training: {batch_size: 100, optimizer: sgd, phases: [{epochs: 9, learning_rate: 1.0e+30}]}
            """);
    trials.add(nan.trials().get(0));
    Trial[] all = trials.toArray(Trial[]::new);

    RunListener first = run(limits, false, new RunListener(this::fault), all);
    for (Trial trial : trials) {
      String reason = reasons.get(trial.file().name());
      if (reason != null) {
        Outcome.Crashed crashed = assertInstanceOf(Outcome.Crashed.class, outcome(trial));
        assertEquals(reason, crashed.reason(), trial.label());
        RunObserver.Ending.Failed failed =
            assertInstanceOf(RunObserver.Ending.Failed.class, first.endings.get(trial.label()));
        int lines = failed.lastLines().size();
        assertTrue(lines > 0 && lines <= 20, lines + " lines of " + trial.label());
        assertTrue(Files.size(failed.log()) <= 16 << 20, failed.log().toString());
      }
    }
    RunObserver.Ending ending = first.endings.get("small/crashes/1");
    RunObserver.Ending.Failed failed = assertInstanceOf(RunObserver.Ending.Failed.class, ending);
    // Java's own words about the crash and epochs that end meanwhile may fill the last lines.
    assertTrue(
        Files.readAllLines(failed.log()).contains("Check failed: native code has a bad day"),
        failed.toString());
    assertTrue(Files.exists(places().runs().resolve("crash.txt")), "Java's words of the crash");
    assertInstanceOf(Outcome.Diverged.class, outcome(nan.trials().get(0)));
    assertEquals(new Outcome.Finished(), outcome(trial("good")));
    assertEquals(new Outcome.Finished(), outcome(trial("good-too")));
    assertEquals(0, workers(), "processes that stay");

    RunListener second = run(PATIENT, false, new RunListener(any -> {}), all);
    assertEquals(
        reasons.keySet().stream().map(name -> "small/" + name + "/1").toList(),
        second.started.stream().sorted().toList());
    for (String name : reasons.keySet()) {
      assertEquals(new Outcome.Finished(), outcome(trial(name)), name);
    }
  }

  private static long workers() throws InterruptedException {
    for (int i = 0; i < 50 && count() > 0; i++) {
      Thread.sleep(100);
    }
    return count();
  }

  private static long count() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("bakeoff.worker.Worker"))
        .count();
  }

  @Test
  void anotherAttemptThatCrashesReplacesNoGoodResult() throws IOException, InterruptedException {
    Trial trial = trial("crashes");
    run(PATIENT, false, new RunListener(any -> {}), trial);
    Path json = new ResultStore(places().results()).json("small", "crashes", 1);
    byte[] good = Files.readAllBytes(json);
    RunListener forced = run(PATIENT, true, new RunListener(this::fault), trial);
    RunObserver.Ending.Failed failed =
        assertInstanceOf(RunObserver.Ending.Failed.class, forced.endings.get(trial.label()));
    assertTrue(failed.kept());
    assertEquals(0, Arrays.compare(good, Files.readAllBytes(json)));
    assertTrue(
        Files.exists(new ResultStore(places().results()).predictions("small", "crashes", 1)));
  }

  @Test
  void aLineThatNeverEndsFillsNoMemory() throws IOException, InterruptedException {
    Trial trial = trial("talks");
    RunListener listener =
        new RunListener(of -> new Thread(() -> say(of, "x".repeat(1 << 16), 1 << 12)).start());
    run(PATIENT, false, listener, trial);
    Object ending = listener.endings.get(trial.label());
    assertTrue(ending != null);
    // 256 MiB in one line: what is kept of it is a part.
    for (String line : Files.readAllLines(places().of(trial).resolve("log.txt"))) {
      assertTrue(line.length() <= (1 << 16) + 1, line.length() + " characters");
    }
  }
}
