package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred trials, twice, leave no process, file, thread or byte that was not wanted, and their
 * parent stays small. {@code -Dbakeoff.trials=2000} takes more.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(3600)
class LongRunTest {

  private static final int TRIALS = Integer.getInteger("bakeoff.trials", 200);
  private static final int EXPERIMENTS = 10;
  private static final int JOBS = 2;
  private static final double PARENT_MEBIBYTES = 300;

  @TempDir private Path folder = Path.of("");

  /** What a run was seen to use, from one of its trials to another. */
  private record Use(long threads, long files, long processes, double mebibytes) {}

  private record Seen(List<Use> each, Set<Long> workers) {}

  private static Seen watch(Started run) throws InterruptedException {
    Resident parent = new Resident(run.process().pid());
    Seen seen = new Seen(new ArrayList<>(), new HashSet<>());
    while (!run.process().waitFor(100, TimeUnit.MILLISECONDS)) {
      List<ProcessHandle> workers = run.workers();
      workers.forEach(worker -> seen.workers().add(worker.pid()));
      double most = parent.mostMebibytes();
      if (most > 0) {
        seen.each().add(new Use(parent.threads(), parent.openFiles(), workers.size(), most));
      }
    }
    return seen;
  }

  private static long most(List<Use> uses, ToLongFunction<Use> of) {
    return uses.stream().mapToLong(of).max().orElse(0);
  }

  @Test
  void twiceWithoutALeak() throws IOException, InterruptedException {
    Bench bench = new Bench(folder.resolve("many"));
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 1; seed <= TRIALS / EXPERIMENTS; seed++) {
      seeds.add(seed);
    }
    for (int i = 0; i < EXPERIMENTS; i++) {
      bench.write(
          "net-" + i,
          """
          dataset: shapes
          subset: {fraction: 0.1, classes: [circle, ring]}
          model: {layers: [max_pool2d: 8, flatten, dense: %d, dense: classes]}
          training: {batch_size: 40, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
          seeds: %s
          """
              .formatted(5 + i, seeds));
    }
    List<Path> afterFirst = List.of();
    for (int round = 0; round < 2; round++) {
      Started run = bench.start(Map.of(), "--jobs", JOBS, "--force");
      Seen seen = watch(run);
      assertEquals(0, run.code(), run.words());
      checkUse(seen);
      for (long pid : seen.workers()) {
        assertTrue(ProcessHandle.of(pid).isEmpty(), "worker " + pid + " stays");
      }
      List<Path> files = files(bench);
      afterFirst = round == 0 ? files : afterFirst;
      assertEquals(afterFirst, files);
    }
    assertEquals(3 * TRIALS, bench.trained().size());
    assertEquals(List.of(), bench.halves());
    long logs = 0;
    for (Path file : files(bench)) {
      logs += file.endsWith("log.txt") ? Files.size(bench.top().resolve(file)) : 0;
    }
    assertTrue(logs < 2_000L * 2 * TRIALS, logs + " bytes of logs");
  }

  /** Once it has begun, the last half of a run uses no more than the first. */
  private static void checkUse(Seen seen) {
    List<Use> each = seen.each();
    assertTrue(each.size() > 8, "seen " + each.size() + " times");
    List<Use> first = each.subList(0, each.size() / 2);
    List<Use> last = each.subList(each.size() / 2, each.size());
    assertTrue(most(last, Use::threads) <= most(first, Use::threads) + 2, each.toString());
    assertTrue(most(last, Use::files) <= most(first, Use::files) + 4, each.toString());
    assertTrue(most(each, Use::processes) <= JOBS, each.toString());
    assertTrue(seen.workers().size() <= 2 * JOBS, seen.workers().size() + " workers");
    double mebibytes = last.get(last.size() - 1).mebibytes();
    System.out.printf("%d trials: parent %.0f MiB, %s%n", TRIALS, mebibytes, last.get(0));
    assertTrue(mebibytes < PARENT_MEBIBYTES, mebibytes + " MiB");
  }

  private static List<Path> files(Bench bench) throws IOException {
    try (Stream<Path> all = Files.walk(bench.top())) {
      return all.filter(Files::isRegularFile)
          .map(bench.top()::relativize)
          .filter(file -> !file.toString().startsWith("said"))
          .map(file -> file.toString().contains("events-") ? file.resolveSibling("") : file)
          .sorted()
          .toList();
    }
  }
}
