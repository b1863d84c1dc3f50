package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code submit} on a real Slurm, which {@code .ci/run} installs. */
@Timeout(400)
class SlurmTest {

  private static final String EXPERIMENT =
      """
      dataset: shapes
      model: {layers: [max_pool2d: 8, flatten, dense: classes]}
      training:
        batch_size: 100
        optimizer: {sgd: {momentum: 0.9}}
        phases: [{epochs: %d, learning_rate: %s}]
      seeds: %s
      """;

  private static @Nullable SlurmCluster started;

  @TempDir private Path temp = Path.of("");

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(SlurmCluster.isInstalled(), "no Slurm here (Debian's slurm-wlm and munge)");
    started = new SlurmCluster(folder.resolve("slurm"));
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (started != null) {
      started.stop();
    }
  }

  private static SlurmCluster cluster() {
    return Objects.requireNonNull(started);
  }

  private Path folder(String name) {
    return temp.resolve("experiments").resolve(name);
  }

  private void write(String folder, String name, int epochs, String rate, String seeds)
      throws IOException {
    Files.createDirectories(folder(folder));
    String text = EXPERIMENT.formatted(epochs, rate, seeds);
    Files.writeString(folder(folder).resolve(name + ".yaml"), text);
  }

  private Object[] words(String command, String folder, String places, Object... more) {
    Path at = temp.resolve(places);
    List<Object> words = new ArrayList<>(List.of(command, folder(folder)));
    words.addAll(List.of("--data", at.resolve("data"), "--results", at.resolve("results")));
    words.addAll(List.of("--runs", at.resolve("runs")));
    words.addAll(List.of(more));
    return words.toArray();
  }

  /** The jobs that were submitted, the last one for the report. */
  private static List<String> jobs(Call submitted) {
    assertEquals(0, submitted.status(), submitted.err());
    Matcher ids = Pattern.compile("(?m)^scancel (.*)$").matcher(submitted.out());
    assertTrue(ids.find(), submitted.out());
    assertTrue(submitted.out().contains("squeue --jobs=" + ids.group(1).replace(' ', ',')));
    return List.of(ids.group(1).split(" "));
  }

  private Map<String, byte[]> results(String places, String folder) throws IOException {
    Path root = temp.resolve(places).resolve("results").resolve(folder);
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private void assertSameResults(String folder) throws IOException {
    Map<String, byte[]> here = results("here", folder);
    Map<String, byte[]> there = results("there", folder);
    here.remove("report.html"); // not in git
    there.remove("report.html");
    assertEquals(here.keySet(), there.keySet());
    here.forEach((name, bytes) -> assertArrayEquals(bytes, there.get(name), name));
  }

  /** Four trials on two nodes, one of which diverges: only its task fails, and the report comes. */
  @Test
  void aFolderTrainsAsAnArrayToTheBytesOfARun() throws IOException, InterruptedException {
    write("array", "good", 2, "0.05", "[1, 2, 3]");
    write("array", "wild", 2, "1e38", "[1]");
    assertEquals(1, cluster().bakeoff(words("run", "array", "here")).status());
    Call submitted =
        cluster().bakeoff(words("submit", "array", "there", "--jobs", 2, "--", "--time", "5"));
    List<String> jobs = jobs(submitted);
    assertEquals(2, jobs.size());
    assertTrue(submitted.out().startsWith("job " + jobs.get(0) + ": 4 trials\n"));
    assertEquals("2", cluster().property(jobs.get(0), "ArrayTaskThrottle"));
    SlurmCluster.await("report", () -> cluster().state(jobs.get(1)).equals("COMPLETED"));
    List<String> states = new ArrayList<>();
    for (int task = 1; task <= 4; task++) {
      states.add(cluster().state(jobs.get(0) + "_" + task));
    }
    assertEquals(
        List.of("COMPLETED", "COMPLETED", "COMPLETED", "FAILED"),
        states.stream().sorted().toList());
    assertSameResults("array");
    Path log = temp.resolve("there/runs/slurm").resolve(jobs.get(1) + ".txt");
    assertTrue(Files.readString(log).contains("0 to run, 4 up to date"), Files.readString(log));
    Call again = cluster().bakeoff(words("submit", "array", "there"));
    assertEquals("4 trials, 4 up to date; nothing to submit\n", again.out());
  }

  /**
   * The notice before a time limit, preemption, a lost node, {@code scancel}: all leave no trace.
   */
  @Test
  void whateverHappensTheBytesAreTheSame() throws IOException, InterruptedException {
    write("hard", "long", 150, "0.05", "[1]");
    assertEquals(0, cluster().bakeoff(words("run", "hard", "here")).status());

    String job = jobs(cluster().bakeoff(words("submit", "hard", "there"))).get(0);
    training(1);
    cluster().call("scancel", "--batch", "--signal=USR1", job);
    training(2);
    assertEquals("1", cluster().property(job, "Restarts"));
    Call urgent =
        cluster().call("sbatch", "--parsable", "-purgent", "-N2", "-o/dev/null", "--wrap=sleep 1");
    assertEquals(0, urgent.status(), urgent.err());
    training(3);
    String node = cluster().property(job, "NodeList");
    cluster().call("scontrol", "update", "nodename=" + node, "state=down", "reason=test");
    training(4);
    cluster().call("scontrol", "update", "nodename=" + node, "state=resume");
    assertEquals("3", cluster().property(job, "Restarts"));
    cluster().call("scancel", job);
    SlurmCluster.await("cancelled", () -> cluster().state(job).equals("CANCELLED"));
    SlurmCluster.await("checkpoint", () -> Files.exists(run("checkpoint.safetensors")));
    assertFalse(Files.exists(temp.resolve("there/results/hard/long/1.json")));

    List<String> last = jobs(cluster().bakeoff(words("submit", "hard", "there")));
    SlurmCluster.await("report", () -> cluster().state(last.get(1)).equals("COMPLETED"));
    assertSameResults("hard");
    String log = Files.readString(run("log.txt"));
    assertTrue(log.lines().filter(line -> line.contains("resumed after")).count() >= 3, log);
  }

  private Path run(String file) {
    return temp.resolve("there/runs/hard/long/1").resolve(file);
  }

  /** Waits until the trial trains for the nth time, and has done some of it. */
  private void training(int attempt) throws InterruptedException {
    SlurmCluster.await(
        "attempt " + attempt,
        () -> {
          try {
            Path log = run("log.txt");
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
              if (lines.get(i).contains("training hard/long/1")) {
                starts.add(i);
              }
            }
            return starts.size() == attempt && lines.size() > starts.get(attempt - 1) + 8;
          } catch (IOException e) {
            return false;
          }
        });
  }

  @Test
  void whatSlurmRefusesIsToldInItsWords() throws IOException, InterruptedException {
    write("refused", "some", 1, "0.05", "[1]");
    Call call = cluster().bakeoff(words("submit", "refused", "there", "--", "--partition=no"));
    assertEquals(2, call.status());
    assertEquals("", call.out());
    assertTrue(call.err().contains("Slurm refuses: "), call.err());
    assertTrue(call.err().contains("invalid partition specified: no"), call.err());
    assertFalse(call.err().contains("\tat "), call.err());
  }
}
