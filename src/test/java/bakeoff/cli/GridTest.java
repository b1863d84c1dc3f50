package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments of a grid in the commands that train nothing. */
class GridTest {

  private static final String GRID =
      """
      define: {width: 6}
      dataset: shapes
      model: {layers: [flatten, dense: $width, dense: classes]}
      training:
        batch_size: 10
        optimizer: sgd
        phases: [{epochs: 2, learning_rate: 0.1}]
      seeds: [1, 2]
      matrix: {width: [6, 8], training.batch_size: [10, 20]}
      """;

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(temp.resolve("x"));
    Files.writeString(temp.resolve("x/a.yaml"), GRID);
    Files.writeString(temp.resolve("x/b.yaml"), "extends: a.yaml\nseeds: [3]\n");
  }

  private Call call(String command, Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = command;
    System.arraycopy(more, 0, words, 1, more.length);
    words[more.length + 1] = "--runs";
    words[more.length + 2] = temp.resolve("runs");
    return Call.of(words).within(temp);
  }

  @Test
  void checkTellsOfEach() {
    Call call = call("check", temp.resolve("x"));
    assertEquals(0, call.status(), call.out());
    assertEquals(
        List.of(
            "x/a@width=6,batch_size=10: 2 not run",
            "x/a@width=6,batch_size=20: 2 not run",
            "x/a@width=8,batch_size=10: 2 not run",
            "x/a@width=8,batch_size=20: 2 not run",
            "x/b.yaml: 1 not run"),
        call.out().lines().map(line -> line.replaceFirst(";.*", "")).toList());
  }

  @Test
  void aMemberIsNamedLikeAFile() {
    Path member = temp.resolve("x/a@width=8,batch_size=20");
    Call shown = call("show", member);
    assertEquals(0, shown.status(), shown.err());
    assertTrue(shown.out().contains("3072 -> 8"), shown.out());
    assertEquals(shown.out(), call("show", member + ".yaml").out());
    Call check = call("check", member);
    assertEquals(1, check.out().lines().count(), check.out());
    Call wrong = call("check", temp.resolve("x/a@width=9,batch_size=20"));
    assertEquals(2, wrong.status());
    assertTrue(
        wrong
            .out()
            .startsWith(
                "x/a@width=9,batch_size=20: no experiment of x/a.yaml; there are a@width=6,"),
        wrong.out());
    assertTrue(wrong.out().contains("did you mean `x/a@width=6,batch_size=20`?"), wrong.out());
    assertEquals(2, call("check", temp.resolve("x/no@width=9")).status());
  }

  @Test
  void showTakesOneOfThem() {
    Call call = call("show", temp.resolve("x/a.yaml"));
    assertEquals(2, call.status());
    assertTrue(call.err().contains("is a grid of 4 experiments: show one of them"), call.err());
    assertTrue(call.err().contains("x/a@width=6,batch_size=10, "), call.err());
  }

  @Test
  void showResolvedIsAFileOfItsOwn() throws IOException {
    Call resolved = call("show", "--resolved", temp.resolve("x/a@width=8,batch_size=20"));
    Path file = Files.writeString(temp.resolve("x/c.yaml"), resolved.out());
    assertEquals(0, call("check", file).status());
    assertEquals(resolved.out(), call("show", "--resolved", file).out());
  }

  @Test
  void runTrainsThoseWhoseNameFits() {
    Call call = call("run", temp.resolve("x"), "--dry-run", "--only", "a@width=8*");
    assertEquals(
        List.of(
            "4 to run, 0 up to date",
            "x/a@width=8,batch_size=10/1",
            "x/a@width=8,batch_size=10/2",
            "x/a@width=8,batch_size=20/1",
            "x/a@width=8,batch_size=20/2"),
        call.out().lines().map(line -> line.replaceFirst(": about.*", "")).sorted().toList());
    Call one = call("run", temp.resolve("x/a@width=6,batch_size=10"), "--dry-run");
    assertTrue(one.out().endsWith("2 to run, 0 up to date\n"), one.out());
  }

  /** A file whose results are in git becomes a grid: what it says has the same content key. */
  @Test
  void resultsGoWithTheContent() throws IOException {
    Path files = Files.createDirectories(temp.resolve("experiments/cifar10"));
    String text = Files.readString(Path.of("experiments/cifar10/model-1.yaml"));
    Files.writeString(files.resolve("m.yaml"), text + "matrix: {training.batch_size: [4, 8]}\n");
    copyResults("m");
    assertEquals(
        "5 to run, 5 up to date\n",
        call("run", files, "--dry-run", "--results", temp.resolve("results"))
            .out()
            .replaceAll("(?m)^.*: about .*\n", ""));
  }

  /** They are no one else's, and a report covers them. */
  @Test
  void resultsOfMembersAreTheirs() throws IOException {
    Path files = Files.createDirectories(temp.resolve("experiments/cifar10"));
    String text = Files.readString(Path.of("experiments/cifar10/model-1.yaml"));
    Files.writeString(files.resolve("m.yaml"), text + "matrix: {training.batch_size: [4, 8]}\n");
    Files.writeString(files.resolve("n.yaml"), text);
    copyResults("m@batch_size=4");
    Path results = temp.resolve("results");
    Call check = call("check", files, "--results=" + results);
    assertEquals(1, check.status());
    assertTrue(check.out().contains("m@batch_size=4: 5 current;"), check.out());
    assertTrue(check.out().contains("m@batch_size=8: 5 not run;"), check.out());
    for (Path named : List.of(files, files.resolve("n.yaml"))) {
      Call dry = call("run", named, "--only", "n", "--dry-run", "--results", results);
      assertTrue(dry.out().endsWith("5 to run, 0 up to date\n"), dry.out());
    }
    Call report =
        Call.of("report", results.resolve("cifar10"), "--experiments", temp.resolve("experiments"));
    assertEquals(0, report.status(), report.err());
    String written = Files.readString(results.resolve("cifar10/report.md"));
    assertTrue(written.contains("m@batch_size=4 "), written);
    assertTrue(written.contains("m@batch_size=8 "), written);
    assertTrue(written.contains("of a grid that extends none, against its first."), written);
    String json = Files.readString(results.resolve("cifar10/report.json"));
    assertTrue(json.contains("\"extends\": \"m@batch_size=4\""), json);
  }

  private void copyResults(String name) throws IOException {
    Path to = Files.createDirectories(temp.resolve("results/cifar10").resolve(name));
    for (int seed = 1; seed <= 5; seed++) {
      for (String ending : List.of(".json", ".npy")) {
        Files.copy(Path.of("results/cifar10/model-1", seed + ending), to.resolve(seed + ending));
      }
    }
  }
}
