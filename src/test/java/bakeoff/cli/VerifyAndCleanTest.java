package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.run.TrialLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --verify} and {@code run --clean} on trials that were really trained. */
@Timeout(300)
class VerifyAndCleanTest {

  private static final String TINY =
      """
      dataset: shapes
      model: {layers: [max_pool2d: 8, flatten, dense: classes]}
      training: {batch_size: 100, optimizer: sgd, phases: [{epochs: %d, learning_rate: 0.1}]}
      seeds: %s
      """;

  @TempDir private Path temp = Path.of("");

  private Path write(String name, int epochs, String seeds) throws IOException {
    Path file = temp.resolve("experiments/tiny").resolve(name + ".yaml");
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, TINY.formatted(epochs, seeds));
  }

  private Call run(Object... more) {
    List<Object> words = new ArrayList<>(List.of("run", temp.resolve("experiments/tiny")));
    words.addAll(List.of("--results", temp.resolve("results"), "--runs", temp.resolve("runs")));
    words.addAll(List.of(more));
    return Call.of(words.toArray());
  }

  private Path result(String file) {
    return temp.resolve("results/tiny").resolve(file);
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(result(file));
    String changed = text.replaceFirst(from, to);
    assertNotEquals(text, changed);
    Files.writeString(result(file), changed);
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("runs"), 3)) {
      return all.filter(Files::isDirectory)
          .map(path -> temp.resolve("runs").relativize(path).toString())
          .filter(path -> path.matches(".*/.*/.*|\\..*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aTrialTrainedAgainGivesTheSameBytesOrIsNotReproduced() throws IOException {
    write("a", 4, "[1, 2, 3]");
    write("b", 1, "[1]");
    assertEquals(2, run("--verify").status(), "nothing is there to verify");
    assertEquals(0, run().status());

    Call quickest = run("--verify");
    assertEquals(0, quickest.status(), quickest.err());
    assertEquals("tiny/b/1: identical bytes\n", quickest.out());
    assertEquals("tiny/a/1: identical bytes\n", run("--verify", "--only", "a").out());
    assertEquals("tiny/a/1: identical bytes\n", run("--verify", "a").out(), "a name for a path");
    assertFalse(Files.exists(temp.resolve("runs/.verify")));

    // Stored before there was `use_bias`.
    change("b/1.json", ",\\s*\"use_bias\": true", "");
    Call older = run("--verify", "b");
    assertEquals("tiny/b/1: identical bytes\n", older.out(), older.err());
    assertTrue(older.err().contains("defaults that are newer"), older.err());
    change("b/1.json", "\"train_loss\": \\d", "\"train_loss\": 9");
    assertEquals("tiny/b/1: within seed noise\n", run("--verify", "b").out());

    // What another kind of machine might have given: a little beside it, within what seeds do.
    change("a/1.json", "\"train_loss\": \\d", "\"train_loss\": 9");
    Call near = run("--verify", "a");
    assertEquals("tiny/a/1: within seed noise\n", near.out(), near.err());
    assertEquals(0, near.status());
    assertTrue(near.err().contains("3 seeds: mean"), near.err());

    change("a/1.json", "\"accuracy\": 0.\\d+", "\"accuracy\": 0.010000");
    change("a/2.json", "\"accuracy\": 0.\\d+", "\"accuracy\": 0.010100");
    change("a/3.json", "\"accuracy\": 0.\\d+", "\"accuracy\": 0.010200");
    change("a/1.json", "\"instruction_set\": \"\\w+\"", "\"instruction_set\": \"abacus\"");
    Call far = run("--verify", "a");
    assertEquals("tiny/a/1: not reproduced\n", far.out(), far.err());
    assertEquals(1, far.status());
    assertTrue(far.err().contains("stored 1.00%"), far.err());
    assertTrue(far.err().contains("abacus"), far.err());
    assertTrue(Files.exists(temp.resolve("runs/.verify/tiny/a/1/results/tiny/a/1.json")));
  }

  /** Its checkpoint and its weights are another content's. */
  @Test
  void whatIsTriedLeavesTheExperimentsOwnRunsAlone() throws IOException {
    write("a", 1, "[1]");
    Path own = Files.createDirectories(temp.resolve("runs/tiny/a/1"));
    Path checkpoint = Files.writeString(own.resolve("checkpoint.safetensors"), "precious");
    TrialLock busy = TrialLock.take(own).orElseThrow();
    Path tried = temp.resolve("tried");
    Call call =
        Call.of(
            "run",
            temp.resolve("experiments/tiny"),
            "--results",
            tried,
            "--runs",
            temp.resolve("runs"),
            "--set",
            "training.batch_size=8");
    assertEquals(0, call.status(), call.err());
    assertTrue(Files.exists(tried.resolve("tiny/a/1.json")));
    busy.close();
    assertEquals("precious", Files.readString(checkpoint));
    assertTrue(Files.isDirectory(temp.resolve("runs/.tries")));
    Files.delete(checkpoint);
    assertTrue(run("--clean").out().contains("removed " + temp.resolve("runs/.tries")));
    assertFalse(Files.exists(temp.resolve("runs/.tries")));
  }

  @Test
  void cleanRemovesWhatNoTrialNeeds() throws IOException {
    write("a", 1, "[1, 2]");
    write("b", 1, "[1]");
    assertEquals(0, run().status());
    List<String> all = List.of("tiny/a/1", "tiny/a/2", "tiny/b/1");
    assertEquals(all, runs());
    assertEquals("0 removed, 0.0 MB\n", run("--clean").out());

    write("a", 1, "[2]"); // a seed less
    Files.delete(temp.resolve("experiments/tiny/b.yaml"));
    Path kept = Files.createDirectories(temp.resolve("runs/tiny/notes/1"));
    Path other = Files.createDirectories(temp.resolve("runs/other/x/1"));
    Files.writeString(other.resolve("experiment.json"), "{}");
    Path mine = temp.resolve("runs/tiny/a/2");
    Files.copy(mine.resolve("model.safetensors"), mine.resolve("checkpoint.safetensors"));
    Files.writeString(mine.resolve("checkpoint-before.safetensors"), "damaged");
    Files.writeString(mine.resolve(".log.txt.1.tmp"), "half");

    Call dry = run("--clean", "--dry-run").within(temp);
    assertTrue(dry.out().endsWith("\n4 to remove, 0.0 MB\n"), dry.out());
    assertTrue(Files.exists(temp.resolve("runs/tiny/b/1")));
    Call call = run("--clean").within(temp);
    assertEquals(0, call.status());
    assertEquals(
        List.of(
            "removed runs/tiny/a/1",
            "removed runs/tiny/a/2/.log.txt.1.tmp",
            "removed runs/tiny/a/2/checkpoint-before.safetensors",
            "removed runs/tiny/b/1",
            "4 removed, 0.0 MB"),
        call.out().lines().map(line -> line.replaceFirst(": .*", "")).toList());
    assertEquals(List.of("other/x/1", "tiny/a/2", "tiny/notes/1"), runs());
    assertFalse(Files.exists(temp.resolve("runs/tiny/b")));
    assertTrue(Files.exists(kept));
    assertTrue(Files.exists(mine.resolve("model.safetensors")));
    assertTrue(Files.exists(mine.resolve("checkpoint.safetensors")), "it is this trial's");
    assertEquals("1 trial, 1 up to date\n", run().err());
  }
}
