package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.train.Trials;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with workers that are real processes. */
@Timeout(300)
class SchedulerTest {

  private static final Scheduler.Limits PATIENT =
      new Scheduler.Limits(Double.POSITIVE_INFINITY, 100);
  private static final int ENDLESS = 1_000_000;

  @TempDir private Path folder;

  private Places places(String name) {
    Path at = folder.resolve(name);
    return new Places(at.resolve("data"), at.resolve("results"), at.resolve("runs"));
  }

  private static Plan plan(Places places, int jobs, ExperimentFile... files) {
    return Plan.of(Trials.all(files), places, Speed.of(places.runs()), 2, jobs, false);
  }

  private static Scheduler scheduler(
      Plan plan, Places places, Scheduler.Limits limits, RunObserver observer) {
    return new Scheduler(plan, places, Device.CPU, limits, Speed.of(places.runs()), observer);
  }

  private static RunListener listener() {
    return new RunListener(trial -> {});
  }

  private static Outcome outcome(Places places, Trial trial) {
    return new ResultStore(places.results()).find(trial).orElseThrow().outcome();
  }

  private static String reason(Places places, Trial trial) {
    return assertInstanceOf(Outcome.Crashed.class, outcome(places, trial)).reason();
  }

  private static Path checkpoint(Places places, Trial trial) {
    return places.of(trial).resolve("checkpoint.safetensors");
  }

  private static ProcessHandle worker(Places places, Trial trial) {
    try {
      String owner = Files.readString(places.of(trial).resolve("lock"));
      return ProcessHandle.of(Long.parseLong(owner.replace("process ", ""))).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void storesResultsAndIsUpToDateAfterwards() throws IOException, InterruptedException {
    Places places = places("here");
    ExperimentFile file = Trials.quick("short", 2, "[1, 2]");
    Plan plan = plan(places, 1, file);
    assertEquals(2, plan.trials().size());
    RunListener listener = listener();
    assertEquals(new Scheduler.Tally(0, 0), scheduler(plan, places, PATIENT, listener).run());
    assertEquals(List.of("small/short/1", "small/short/2"), listener.started);
    assertEquals(4, listener.rows.size());
    for (Trial trial : file.trials()) {
      assertEquals(new Outcome.Finished(), outcome(places, trial));
      assertInstanceOf(RunObserver.Ending.Stored.class, listener.endings.get(trial.label()));
      assertTrue(Files.exists(places.of(trial).resolve("model.safetensors")));
      assertFalse(Files.exists(checkpoint(places, trial)));
      String log = Files.readString(places.of(trial).resolve("log.txt"));
      assertTrue(log.contains("training " + trial.label() + " with 1 threads"), log);
      assertEquals(2, log.lines().filter(line -> line.contains("EpochRow[")).count(), log);
    }
    assertEquals(
        Files.readString(places.of(file.trials().get(0)).resolve("lock")),
        Files.readString(places.of(file.trials().get(1)).resolve("lock")),
        "one worker takes both");
    Plan after = plan(places, 1, file);
    assertEquals(2, after.upToDate());
    assertEquals(List.of(), after.trials());
    // Another seed is one more to train, and the rest stays.
    assertEquals(1, plan(places, 1, Trials.quick("short", 2, "[1, 2, 3]")).trials().size());
    assertEquals(2, plan(places, 1, Trials.quick("short", 3, "[1, 2]")).trials().size());
  }

  @Test
  void afterATrialTheOthersTimeIsEstimatedAnew() throws IOException, InterruptedException {
    Places places = places("here");
    ExperimentFile file = Trials.quick("short", 2, "[1, 2, 3]");
    Estimate estimate = Estimate.of(file);
    Speed.of(places.runs())
        .learn(
            new Estimate(0, estimate.layers(), estimate.arithmetic(), estimate.traffic(), 0.02),
            1.8);
    RunListener listener = listener();
    Plan plan = plan(places, 1, file);
    double one = plan.trials().get(0).seconds();
    scheduler(plan, places, PATIENT, listener).run();
    double before = listener.leftByWaiting.getOrDefault(2, 0.0);
    assertTrue(before > 2 * one, before + " s left of three, one after the other, of " + one);
    double after = listener.leftByWaiting.getOrDefault(1, 0.0);
    assertTrue(after < before / 3, before + " s left, then " + after);
  }

  @Test
  void stoppedAndKilledTrialsGoOnWithoutATrace() throws IOException, InterruptedException {
    ExperimentFile file = Trials.quick("long", 30, "[1]");
    ExperimentFile other = Trials.quick("short", 1, "[1]");
    Trial trial = file.trials().get(0);
    Places whole = places("whole");
    scheduler(plan(whole, 1, file), whole, PATIENT, listener()).run();

    Places places = places("broken");
    stopAtFirstProgress(plan(places, 1, file), places);
    assertTrue(Files.exists(checkpoint(places, trial)));
    assertEquals(TrialState.NOT_RUN, TrialState.of(trial, new ResultStore(places.results())));
    double all = plan(places("new"), 1, file).seconds();
    double left = plan(places, 1, file).seconds();
    assertTrue(0 < left && left < all, left + " s of " + all + " are left");

    RunListener killing =
        new RunListener(
            of -> {
              if (of.equals(trial)) {
                worker(places, of).destroyForcibly();
              }
            });
    assertEquals(
        new Scheduler.Tally(1, 0),
        scheduler(plan(places, 2, file, other), places, PATIENT, killing).run());
    assumeTrue(File.separatorChar == '/', "signals");
    assertEquals(
        "the worker was ended by signal 9 (killed; the out-of-memory killer does that)",
        reason(places, trial));
    assertInstanceOf(RunObserver.Ending.Failed.class, killing.endings.get(trial.label()));
    assertEquals(new Outcome.Finished(), outcome(places, other.trials().get(0)));
    assertTrue(Files.exists(checkpoint(places, trial)));

    Plan again = plan(places, 2, file, other);
    assertEquals(List.of(trial), again.trials().stream().map(Plan.Planned::trial).toList());
    assertEquals(new Scheduler.Tally(0, 0), scheduler(again, places, PATIENT, listener()).run());
    String log = Files.readString(places.of(trial).resolve("log.txt"));
    assertEquals(2, log.lines().filter(line -> line.contains("resumed after")).count(), log);
    assertSameResult(whole, places, trial);
  }

  private static void stopAtFirstProgress(Plan plan, Places places)
      throws IOException, InterruptedException {
    List<Scheduler> own = new ArrayList<>();
    RunListener listener = new RunListener(trial -> own.forEach(SchedulerTest::stop));
    own.add(scheduler(plan, places, PATIENT, listener));
    assertEquals(new Scheduler.Tally(0, 0), own.get(0).run());
    assertEquals(0, listener.endings.size());
  }

  private static void stop(Scheduler scheduler) {
    try {
      scheduler.stop();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSameResult(Places one, Places other, Trial trial) throws IOException {
    for (String ending : List.of(".json", ".npy")) {
      Path file = Path.of("small", "long", trial.seed() + ending);
      assertArrayEquals(
          Files.readAllBytes(one.results().resolve(file)),
          Files.readAllBytes(other.results().resolve(file)),
          ending);
    }
  }

  /** It holds hundreds of megabytes; the second trial wants another number of threads. */
  @Test
  void aWorkerThatNoTrialCanUseEndsBeforeTheRunDoes() throws IOException, InterruptedException {
    Places places = places("here");
    ExperimentFile one = threads("one", 1, 400);
    ExperimentFile two = threads("two", 2, 200);
    List<ProcessHandle> workers = new ArrayList<>();
    List<Boolean> ended = new ArrayList<>();
    RunListener listener =
        new RunListener(
            trial -> {
              workers.add(worker(places, trial));
              ended.add(
                  workers.size() > 1
                      && workers
                          .get(0)
                          .onExit()
                          .completeOnTimeout(workers.get(1), 20, TimeUnit.SECONDS)
                          .join()
                          .equals(workers.get(0)));
            });
    Plan plan = plan(places, 1, one, two);
    assertEquals(new Scheduler.Tally(0, 0), scheduler(plan, places, PATIENT, listener).run());
    assertEquals(List.of(false, true), ended);
  }

  private static ExperimentFile threads(String name, int threads, int epochs) {
    return Trials.file(
        name,
        """
        dataset: shapes
        model: {layers: [max_pool2d: 8, flatten, dense: classes]}
        training:
          batch_size: 100
          threads: %d
          optimizer: sgd
          phases: [{epochs: %d, learning_rate: 0.05}]
        """
            .formatted(threads, epochs));
  }

  @Test
  void givesUpATrialThatTakesTooLong() throws IOException, InterruptedException {
    Places places = places("here");
    ExperimentFile file = Trials.quick("endless", ENDLESS, "[1]");
    Scheduler.Limits limits = new Scheduler.Limits(2, 100);
    RunListener listener = listener();
    assertEquals(
        new Scheduler.Tally(1, 0),
        scheduler(plan(places, 1, file), places, limits, listener).run());
    assertEquals("took longer than 2 s", reason(places, file.trials().get(0)));
  }

  @Test
  void givesUpAWorkerThatSaysNothing() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "signals");
    Places places = places("here");
    ExperimentFile file = Trials.quick("endless", ENDLESS, "[1]");
    Scheduler.Limits limits = new Scheduler.Limits(Double.POSITIVE_INFINITY, 3);
    RunListener listener = new RunListener(trial -> freeze(worker(places, trial)));
    assertEquals(
        new Scheduler.Tally(1, 0),
        scheduler(plan(places, 1, file), places, limits, listener).run());
    assertEquals("no sign of life for 3 s", reason(places, file.trials().get(0)));
  }

  private static void freeze(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWorkerThatIsToldToStopFailsWithoutAResult() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "signals");
    Places places = places("here");
    ExperimentFile file = Trials.quick("endless", ENDLESS, "[1]");
    Trial trial = file.trials().get(0);
    RunListener listener = new RunListener(of -> worker(places, of).destroy());
    assertEquals(
        new Scheduler.Tally(1, 0),
        scheduler(plan(places, 1, file), places, PATIENT, listener).run());
    RunObserver.Ending.Failed failed =
        assertInstanceOf(RunObserver.Ending.Failed.class, listener.endings.get(trial.label()));
    assertEquals("the worker was told to stop", failed.reason());
    assertTrue(Files.exists(checkpoint(places, trial)));
    assertEquals(TrialState.NOT_RUN, TrialState.of(trial, new ResultStore(places.results())));
  }

  @Test
  void twoSchedulersDoNotTrainTheSameTrial() throws Exception {
    Places places = places("here");
    ExperimentFile file = Trials.quick("endless", ENDLESS, "[1]");
    Trial trial = file.trials().get(0);
    CountDownLatch training = new CountDownLatch(1);
    Consumer<Trial> tell = of -> training.countDown();
    Scheduler first = scheduler(plan(places, 1, file), places, PATIENT, new RunListener(tell));
    CompletableFuture<Scheduler.Tally> tally = CompletableFuture.supplyAsync(() -> run(first));
    assertTrue(training.await(60, TimeUnit.SECONDS));
    long owner = worker(places, trial).pid();
    RunListener listener = listener();
    assertEquals(
        new Scheduler.Tally(0, 0),
        scheduler(plan(places, 1, file), places, PATIENT, listener).run());
    assertEquals(
        new RunObserver.Ending.Held("process " + owner), listener.endings.get(trial.label()));
    first.stop();
    assertEquals(new Scheduler.Tally(0, 0), tally.get(60, TimeUnit.SECONDS));
  }

  private static Scheduler.Tally run(Scheduler scheduler) {
    try {
      return scheduler.run();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFailureInTheWorkerIsTheTrialsResultAndNamesNoPath()
      throws IOException, InterruptedException {
    Places places = places("here");
    ExperimentFile file =
        Trials.file(
            "absent",
            """
            dataset: cifar10
            model: {layers: [flatten, dense: classes]}
            training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
            """);
    RunListener listener = listener();
    assertEquals(
        new Scheduler.Tally(1, 0),
        scheduler(plan(places, 1, file), places, PATIENT, listener).run());
    Trial trial = file.trials().get(0);
    String reason = reason(places, trial);
    assertFalse(reason.contains(folder.toString()), reason);
    RunObserver.Ending.Failed failed =
        assertInstanceOf(RunObserver.Ending.Failed.class, listener.endings.get(trial.label()));
    assertTrue(String.join("\n", failed.lastLines()).contains("ERROR"), failed.toString());
    assertFalse(String.join("\n", failed.lastLines()).contains("\tat "), failed.toString());
  }
}
