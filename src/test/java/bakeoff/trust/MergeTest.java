package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.cli.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Branches that each add something merge, by git itself, and what is derived is written again. */
@Timeout(300)
class MergeTest {

  private static final String DERIVED = "results/tiny/(report\\.(md|json)|figures/.*\\.svg)";

  private static Bench TRAINED = new Bench(Path.of(""));

  @TempDir private Path folder = Path.of("");
  private Bench bench = new Bench(folder);

  private record Git(int status, List<String> said) {}

  private Git git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(bench.top().toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "LC_ALL", "C"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Git(process.waitFor(), said.lines().toList());
  }

  private void does(String... words) throws IOException, InterruptedException {
    Git git = git(words);
    assertEquals(0, git.status(), git.toString());
  }

  /** With the results of the experiments as they are. */
  private void commit(String what) throws IOException, InterruptedException {
    for (String name : List.of("a", "b", "c", "d")) {
      Path file = bench.experiments().resolve(name + ".yaml");
      String text = Files.exists(file) ? Files.readString(file) : "seeds: []";
      for (String seed : text.replaceAll("(?s).*seeds: \\[|\\]\\s*", "").split(", ", 0)) {
        copy(name, seed + ".json");
        copy(name, seed + ".npy");
      }
    }
    Call run = bench.run();
    assertEquals(0, run.status(), run.err());
    assertFalse(run.err().contains("up to date, about"), "all are there: " + run.err());
    does("add", "--all");
    does("commit", "--quiet", "--message", what);
  }

  private void copy(String name, String file) throws IOException {
    Path from = TRAINED.results().resolve("tiny").resolve(name).resolve(file);
    Path to = bench.results().resolve("tiny").resolve(name).resolve(file);
    if (Files.exists(from) && !Files.exists(to)) {
      Files.createDirectories(to.resolveSibling(""));
      Files.copy(from, to);
    }
  }

  /** All that any branch will have, by one run. */
  @BeforeAll
  static void train(@TempDir Path folder) throws IOException {
    TRAINED = new Bench(folder.resolve("trained"));
    TRAINED.write("a", Bench.QUICK.formatted(1, "[1, 2, 3, 4]"));
    TRAINED.write("b", Bench.QUICK.formatted(2, "[1, 2, 5]"));
    TRAINED.write("c", Bench.QUICK.formatted(3, "[1, 2]"));
    TRAINED.write("d", Bench.QUICK.formatted(4, "[1]"));
    assertEquals(0, TRAINED.run().status());
  }

  @BeforeEach
  void makeMain() throws IOException, InterruptedException {
    bench = new Bench(folder.resolve("repository"));
    Files.createDirectories(bench.top());
    does("init", "--quiet", "--initial-branch", "main");
    does("config", "user.name", "me");
    does("config", "user.email", "me@example.org");
    Files.copy(Path.of(".gitattributes"), bench.top().resolve(".gitattributes"));
    Files.copy(Path.of(".gitignore"), bench.top().resolve(".gitignore"));
    bench.write("a", Bench.QUICK.formatted(1, "[1, 2]"));
    bench.write("b", Bench.QUICK.formatted(2, "[1, 2]"));
    commit("main");
  }

  private void branch(String name, String experiment, int epochs, String seeds)
      throws IOException, InterruptedException {
    does("switch", "--quiet", "--create", name, "main");
    bench.write(experiment, Bench.QUICK.formatted(epochs, seeds));
    commit(name);
  }

  /** The files in conflict. */
  private List<String> merge(String branch) throws IOException, InterruptedException {
    int status = git("merge", "--quiet", "--no-edit", branch).status();
    List<String> files = git("diff", "--name-only", "--diff-filter=U").said();
    assertEquals(files.isEmpty() ? 0 : 1, status);
    return files;
  }

  private void assertReportIsCurrent(int status) {
    Call check = Call.of("report", "--check", bench.results());
    assertEquals(status, check.status(), check.out() + check.err());
  }

  @Test
  void experimentsAndSeedsMergeButForWhatIsDerived() throws IOException, InterruptedException {
    branch("experiment-c", "c", 3, "[1, 2]");
    branch("experiment-d", "d", 4, "[1]");
    branch("seed-of-a", "a", 1, "[1, 2, 3]");
    branch("seed-of-b", "b", 2, "[1, 2, 5]");
    does("switch", "--quiet", "--create", "all", "experiment-c");
    for (String branch : List.of("experiment-d", "seed-of-a", "seed-of-b")) {
      List<String> conflicts = merge(branch);
      assertTrue(conflicts.stream().allMatch(file -> file.matches(DERIVED)), conflicts.toString());
      assertTrue(conflicts.contains("results/tiny/report.md"), conflicts.toString());
      assertReportIsCurrent(1);
      if (branch.equals("seed-of-a")) {
        Call run = bench.run();
        assertTrue(run.err().contains("8 trials, 8 up to date"), run.err());
      } else {
        assertEquals(0, Call.of("report", bench.results()).status());
      }
      assertReportIsCurrent(0);
      does("add", "--all");
      does("commit", "--quiet", "--message", "merged " + branch);
    }
    // What a run of all from the start would have given.
    String merged = Files.readString(bench.results().resolve("tiny/report.md"));
    Bench anew = bench.beside("anew");
    for (Path file : files(bench.results())) {
      if (!file.toString().matches(DERIVED.replace("results/", ""))) {
        Files.createDirectories(anew.results().resolve(file).resolveSibling(""));
        Files.copy(bench.results().resolve(file), anew.results().resolve(file));
      }
    }
    Call run = anew.run();
    assertEquals(0, run.status());
    assertTrue(run.err().contains("9 trials, 9 up to date"), run.err());
    assertEquals(merged, Files.readString(anew.results().resolve("tiny/report.md")));
  }

  private static List<Path> files(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(top::relativize).toList();
    }
  }

  @Test
  void ofTheSameListTwoSeedsConflictInTheFileAlone() throws IOException, InterruptedException {
    branch("third", "a", 1, "[1, 2, 3]");
    branch("fourth", "a", 1, "[1, 2, 4]");
    List<String> conflicts = new ArrayList<>(merge("third"));
    conflicts.removeIf(file -> file.matches(DERIVED));
    assertEquals(List.of("experiments/tiny/a.yaml"), conflicts);
    Call check = Call.of("check", bench.experiments());
    assertEquals(2, check.status());
    assertTrue(check.out().contains("a.yaml:4:1: "), check.out());
    bench.write("a", Bench.QUICK.formatted(1, "[1, 2, 3, 4]"));
    Call run = bench.run();
    assertEquals(0, run.status());
    assertTrue(run.err().contains("6 trials, 6 up to date"), run.err());
    assertReportIsCurrent(0);
  }
}
