package bakeoff.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.OwnArrays;
import bakeoff.result.ResultStore;
import bakeoff.run.Event;
import bakeoff.run.Job;
import bakeoff.run.Places;
import bakeoff.run.TrialLock;
import bakeoff.run.Wire;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.train.Trials;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker process, spoken to as its parent does. */
@Timeout(300)
class WorkerTest {

  /** What a pipe of Linux holds until somebody reads. */
  private static final int PIPE = 1 << 16;

  @TempDir private Path folder;

  private Places places;
  private Process process;
  private BufferedReader events;

  @BeforeEach
  void start() throws IOException {
    start("60");
  }

  private void start(String checkpointSeconds) throws IOException {
    places = new Places(folder.resolve("data"), folder.resolve("results"), folder.resolve("runs"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", classPath, Worker.class.getName());
    builder.environment().put("TF_DETERMINISTIC_OPS", "1");
    builder.environment().put("BAKEOFF_CHECKPOINT_SECONDS", checkpointSeconds);
    process = builder.redirectError(folder.resolve("log.txt").toFile()).start();
    events = process.inputReader(StandardCharsets.UTF_8);
  }

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void say(String line) throws IOException {
    process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private String job(Trial trial) {
    return job(trial, false);
  }

  private String job(Trial trial, boolean again) {
    return Wire.line(Job.of(trial, again, places, Device.CPU));
  }

  private static Trial trial(int epochs) {
    return Trials.quick("some", epochs, "[1]").trials().get(0);
  }

  private List<Event> rest() throws IOException {
    List<Event> rest = new ArrayList<>();
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      rest.add(Wire.read(line, Event.class));
    }
    return rest;
  }

  /** The next event that is more than a sign of life. */
  private Event next() throws IOException {
    Event event = Wire.read(events.readLine(), Event.class);
    return event instanceof Event.Progress || event instanceof Event.Alive ? next() : event;
  }

  private int code() throws InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return process.exitValue();
  }

  @Test
  void leavesACheckpointWhenItsParentIsGone() throws IOException, InterruptedException {
    Trial trial = trial(1_000_000);
    say(job(trial));
    assertInstanceOf(Event.Epoch.class, next());
    process.getOutputStream().close();
    List<Event> rest = rest();
    assertEquals(new Event.Halted(), rest.get(rest.size() - 1));
    assertEquals(1, code());
    assertTrue(Files.exists(places.of(trial).resolve("checkpoint.safetensors")));
    assertTrue(new ResultStore(places.results()).find(trial).isEmpty());
  }

  private static void assertDone(@Nullable Event event) {
    assertFalse(assertInstanceOf(Event.Done.class, event).diverged());
  }

  @Test
  void trainsOneJobAfterTheOtherAndEndsWithItsInput() throws IOException, InterruptedException {
    Trial trial = trial(1);
    say(job(trial));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
    assertTrue(new ResultStore(places.results()).find(trial).isPresent());
    Trial other = new Trial(trial.file(), 2);
    say(job(other));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
    process.getOutputStream().close();
    assertEquals(List.of(), rest());
    assertEquals(0, code());
    assertTrue(new ResultStore(places.results()).find(other).isPresent());
  }

  @Test
  void leavesATrialThatAnotherProcessTrainsAlone() throws IOException, InterruptedException {
    Trial trial = trial(1);
    TrialLock lock = TrialLock.take(places.of(trial)).orElseThrow();
    say(job(trial));
    String me = "process " + ProcessHandle.current().pid();
    assertEquals(new Event.Held(me), next());
    lock.close();
    say(job(trial));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
    assertTrue(new ResultStore(places.results()).find(trial).isPresent());
  }

  /** Between a run's look at the results and its worker's lock, another run may have ended. */
  @Test
  void trainsWhatAnotherProcessHasTrainedOnlyAgain() throws IOException, InterruptedException {
    Trial trial = trial(1);
    say(job(trial));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
    say(job(trial));
    assertEquals(new Event.Elsewhere(), next());
    say(job(trial, true));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
  }

  @Test
  void refusesAnExperimentWithAnotherKey() throws IOException, InterruptedException {
    say(job(trial(1)).replace("\"seed\":1", "\"seed\":2"));
    Event.Failed failed = assertInstanceOf(Event.Failed.class, rest().get(0));
    assertTrue(failed.reason().contains("another content key"), failed.reason());
    assertEquals(1, code());
    assertFalse(Files.exists(places.results()));
  }

  /** The reason goes into a result, which is read elsewhere. */
  @Test
  void aReasonDoesNotSayWhereThisMachineHasItsFolders() throws IOException {
    Files.writeString(places.runs(), "no folder");
    say(job(trial(1)));
    Event.Failed failed = assertInstanceOf(Event.Failed.class, next());
    assertTrue(failed.reason().contains("Exception: runs"), failed.reason());
    assertFalse(failed.reason().contains(folder.toString()), failed.reason());
  }

  /** The jobs of an experiment on a user's own data, as they are now. */
  private List<String> jobsOnOwnData(int epochs) {
    DataPlace.choose(places.data());
    String text =
        """
        dataset: {npy: mine}
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 1, optimizer: sgd, phases: [{epochs: %d, learning_rate: 0.1}]}
        seeds: [1, 2]
        """
            .formatted(epochs);
    List<String> jobs = Trials.file("own", text).trials().stream().map(this::job).toList();
    DataPlace.choose(null);
    return jobs;
  }

  private void assertFailedByOtherData(Event event) {
    Event.Failed failed = assertInstanceOf(Event.Failed.class, event);
    assertTrue(failed.reason().endsWith("the data has changed"), failed.reason());
  }

  /** The key says on which data. */
  @Test
  void dataThatChangedAfterAnotherSeedIsNotTrainedOn() throws IOException {
    OwnArrays arrays = new OwnArrays(places.data());
    arrays.leaveAll();
    List<String> jobs = jobsOnOwnData(1);
    say(jobs.get(0));
    assertInstanceOf(Event.Epoch.class, next());
    assertDone(next());
    arrays.trainOn(9, 8, 7, 6, 5, 4);
    say(jobs.get(1));
    assertFailedByOtherData(next());
  }

  @Test
  void whatWasTrainedWhileTheDataChangedIsNotKept() throws IOException, InterruptedException {
    end();
    start("0.05");
    OwnArrays arrays = new OwnArrays(places.data());
    arrays.leaveAll();
    say(jobsOnOwnData(1_000).get(0));
    Path checkpoint = places.runs().resolve("small/own/1/checkpoint.safetensors");
    Event event = next();
    arrays.trainOn(9, 8, 7, 6, 5, 4);
    boolean saved = false;
    while (event instanceof Event.Epoch) {
      saved |= Files.exists(checkpoint);
      event = next();
    }
    assertTrue(saved);
    assertFailedByOtherData(event);
    try (Stream<Path> left = Files.walk(folder)) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith(".safetensors")));
    }
    assertFalse(Files.exists(places.results()));
  }

  /** Its log's pipe is full, so that it hangs where it cannot look whether it should stop. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void endsWithoutItsParentEvenIfItHangs() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process hanging =
        new ProcessBuilder(java, "-Dbakeoff.patience=2", "-cp", classPath, Worker.class.getName())
            .start();
    try {
      Path stderr = Path.of("/proc", String.valueOf(hanging.pid()), "fd/2");
      Files.write(stderr, new byte[PIPE], StandardOpenOption.WRITE);
      hanging.getOutputStream().write(job(trial(1)).getBytes(StandardCharsets.UTF_8));
      hanging.getOutputStream().flush();
      assertFalse(hanging.waitFor(5, TimeUnit.SECONDS), "it hangs, and its parent is there");
      hanging.getOutputStream().close();
      assertTrue(hanging.waitFor(30, TimeUnit.SECONDS), "it stays without its parent");
    } finally {
      hanging.destroyForcibly().waitFor();
    }
  }

  @Test
  void endsAtWhatIsNoJob() throws IOException, InterruptedException {
    say("hello\n");
    assertEquals(List.of(), rest());
    assertEquals(1, code());
  }
}
