package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.cli.Call;
import bakeoff.result.Npy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Altered experiments and results, through whole commands: each answers in time with 0 or 2, and
 * what it refuses it names. {@code -Dbakeoff.fuzz=20000} tries more; the seed is fixed, so that a
 * failure can be looked at again.
 */
@Timeout(3600)
class FuzzTest {

  private static final int CASES = Integer.getInteger("bakeoff.fuzz", 2_000);
  private static final long SEED = Long.getLong("bakeoff.fuzz.seed", 20_261_122L);

  /** Of computing: other programs may have the machine for the rest of the time. */
  private static final double MOST_SECONDS = 2;

  /** Whatever else is said of it, a mistake begins with its file and its place. */
  private static final Pattern PLACE =
      Pattern.compile("[^\\s:]+\\.yaml:[1-9]\\d*:[1-9]\\d*: \\S.*");

  /** What the damage itself may say, a tag of {@code java.net}, is not of the program. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "\\tat |Exception|java\\.(?!net\\.URL)|com\\.fasterxml|org\\.yaml|a fault of the program");

  @TempDir private Path folder = Path.of("");
  private double slowest;

  private static long computed() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Path> files(String top, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(top))) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** A call that ends in time, as it should. */
  private Call call(String what, Object... words) {
    long before = computed();
    Call call = assertTimeout(Duration.ofSeconds(60), () -> Call.of(words), what);
    double seconds = (computed() - before) / 1e9;
    slowest = Math.max(slowest, seconds);
    String all = call.err() + call.out() + "\n" + what;
    assertTrue(seconds < MOST_SECONDS, () -> seconds + " s: " + all);
    assertTrue(call.status() == 0 || call.status() == 2, () -> call.status() + ": " + all);
    assertFalse(PROGRAM.matcher(call.err()).find(), all);
    return call;
  }

  @Test
  void anExperimentIsReadOrRefusedWithItsPlace() throws IOException {
    Damage damage = new Damage(new Random(SEED), Damage.YAML);
    List<Path> whole = new ArrayList<>();
    for (Path file : files("experiments", ".yaml")) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.resolveSibling(""));
      whole.add(Files.copy(file, copy));
    }
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Path good = whole.get(damage.random().nextInt(whole.size()));
      Path file = good.resolveSibling("damaged.yaml");
      byte[] bytes = damage.times(4, Files.readAllBytes(good));
      Files.write(file, bytes);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      Call check = call(text, "check", file);
      assertEquals(check.status(), call(text, "show", file).status(), text);
      Files.delete(file);
      if (check.status() == 2) {
        refused++;
        String first = check.out().lines().findFirst().orElse("");
        assertTrue(PLACE.matcher(first).matches(), () -> first + "\n" + text);
      }
    }
    // Some damage is to a comment, or gives another good file.
    assertTrue(refused > CASES / 2 && refused < CASES, "refused " + refused);
    System.out.printf("experiments: %d refused, slowest %.2f s%n", refused, slowest);
  }

  @Test
  void aResultIsReadOrRefusedByItsName() throws IOException {
    Random random = new Random(SEED);
    Damage damage = new Damage(random, Damage.JSON);
    Path results = folder.resolve("results");
    List<Path> stored = new ArrayList<>();
    for (Path file : files("results/cifar10", "json")) {
      if (file.getNameCount() == 4 && file.toString().matches(".*model-[12]/.*")) {
        Path copy = results.resolve(Path.of("results").relativize(file));
        Files.createDirectories(copy.resolveSibling(""));
        stored.add(Files.copy(file, copy));
        String array = file.toString().replace(".json", ".npy");
        Files.copy(Path.of(array), Path.of(copy.toString().replace(".json", ".npy")));
      }
    }
    int refused = 0;
    int cases = CASES / 4; // a report takes its time
    for (int i = 0; i < cases; i++) {
      Path file = stored.get(random.nextInt(stored.size()));
      byte[] whole = Files.readAllBytes(file);
      byte[] bytes = i % 2 == 0 ? damage.token(whole) : damage.times(3, whole);
      Files.write(file, bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      Call report =
          call(text, "report", results, "--experiments", Path.of("experiments").toAbsolutePath());
      if (report.status() == 2) {
        refused++;
        String name = file.toString();
        assertTrue(report.err().startsWith("bakeoff: " + name), report.err());
      } else {
        assertNoScript(results.resolve("cifar10"), text);
        if (i % 8 == 0) {
          call(text, "diff", results, "results");
        }
      }
      Files.write(file, whole);
    }
    assertTrue(refused > cases / 4 && refused < cases, "refused " + refused);
    System.out.printf("results: %d refused, slowest %.2f s%n", refused, slowest);
  }

  private static void assertNoScript(Path report, String text) throws IOException {
    for (String name : List.of("report.html", "report.md")) {
      String page = Files.readString(report.resolve(name));
      assertFalse(page.contains("<script>alert") || page.contains("<img src=x"), name + text);
    }
  }

  @Test
  void anArrayIsReadOrRefused() throws IOException {
    Damage damage = new Damage(new Random(SEED), Damage.JSON);
    byte[] whole = Npy.write(new int[] {3, 1, 4, 1, 5, 9, 2, 6}, 10);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = damage.times(3, whole);
      try {
        int read = Npy.read(bytes).length;
        assertTrue(read <= bytes.length, read + " numbers from " + bytes.length + " bytes");
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > CASES / 2, "refused " + refused);
  }
}
