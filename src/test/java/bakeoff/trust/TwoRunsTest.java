package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.cli.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of one folder at the same time. */
@Timeout(600)
class TwoRunsTest {

  private static final int SEEDS = 6;

  @TempDir private Path folder = Path.of("");

  @Test
  void trainEachTrialOnceAndLeaveTheBytesOfOne() throws IOException, InterruptedException {
    Bench alone = new Bench(folder.resolve("alone"));
    alone.write("some", Bench.QUICK.formatted(20, "[1, 2, 3, 4, 5, 6]"));
    assertEquals(0, alone.run().status());
    Map<String, byte[]> expected = alone.trained();

    Bench shared = alone.beside("shared");
    List<Started> both =
        List.of(shared.start(Map.of(), "--jobs", 1), shared.start(Map.of(), "--jobs", 1));
    for (Started run : both) {
      assertEquals(0, run.code(), run.words());
    }
    Bench.assertSame(expected, shared.trained());
    assertEquals(List.of(), shared.halves());
    int trained = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      String log = shared.log("some", seed);
      trained += log.split("training tiny/some/" + seed + " with", -1).length - 1;
    }
    assertEquals(SEEDS, trained, "each once");
    String left = both.get(0).words() + both.get(1).words();
    assertTrue(left.contains("left out: "), left);
    Call after = shared.run();
    assertEquals(0, after.status());
    assertTrue(after.err().contains("6 trials, 6 up to date"), after.err());
    assertEquals(0, Call.of("report", "--check", shared.results()).status());
  }
}
