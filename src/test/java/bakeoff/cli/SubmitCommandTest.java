package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code submit} writes, and what it refuses, without a cluster. */
class SubmitCommandTest {

  @TempDir private Path temp = Path.of("");
  private Path experiments = temp;

  @BeforeEach
  void write() throws IOException {
    experiments = Files.createDirectories(temp.resolve("it's mine/small"));
    Files.writeString(
        experiments.resolve("a.yaml"),
        """
        dataset: shapes
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 10, optimizer: sgd, phases: [{epochs: 2, learning_rate: 0.1}]}
        seeds: [1, 2, 3]
        """);
    Files.writeString(experiments.resolve("b.yaml"), "extends: a.yaml\nseeds: [7]\n");
  }

  private Call submit(String options, String flags) {
    String all = "submit PATH --data D --results R --runs U " + options + " -- " + flags;
    Object[] words =
        Stream.of(all.strip().split(" +")).map(w -> w.equals("PATH") ? experiments : w).toArray();
    return Call.of(words);
  }

  @Test
  void aDryRunPrintsTheScript() throws IOException, InterruptedException {
    Call call = submit("--dry-run --only a", "--partition=gpu -q short --comment=a_b");
    assertEquals(0, call.status(), call.err());
    assertEquals("3 to submit, 0 up to date\n", call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals("#!/bin/bash", lines.get(0));
    assertTrue(lines.contains("#SBATCH --job-name=small"), call.out());
    assertTrue(lines.contains("#SBATCH --output=U/slurm/%A_%a.txt"), call.out());
    assertTrue(lines.contains("#SBATCH --cpus-per-task=1"), call.out());
    int partition = lines.indexOf("#SBATCH --partition=gpu");
    assertTrue(partition > lines.indexOf("#SBATCH --signal=B:USR1@120"), "the user's come last");
    assertEquals("#SBATCH -q short", lines.get(partition + 1));
    assertTrue(call.out().contains(" --shard \"$(($1 + SLURM_ARRAY_TASK_ID))/3\" &\n"), call.out());
    assertTrue(call.out().contains("/it'\\''s mine/small' --only a --data D"), call.out());
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    bash.getOutputStream().write(call.out().getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    assertEquals("", new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, bash.waitFor());
    assertFalse(Files.exists(Path.of("U")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--jobs 0||--jobs 0: has to be at least 1",
        "--only z||--only z: no experiment has such a name",
        "|--array=1-3|--array is for bakeoff to say",
        "|-a 1-3|-a is for bakeoff to say",
        "|-a1-3|-a1-3 is for bakeoff to say",
        "|gpu|-- gpu: not a flag of sbatch",
        "--partition=gpu||Unknown option: '--partition=gpu'",
      })
  void aSubmissionThatMakesNoSenseIsRefusedInAFewWords(String options, String flags, String told) {
    Call call = submit(options == null ? "" : options, flags == null ? "" : flags);
    assertEquals(2, call.status(), call.out());
    assertEquals("", call.out());
    assertTrue(call.err().startsWith("bakeoff: " + told), call.err());
    assertTrue(call.err().lines().count() <= 2, call.err());
  }

  @Test
  void mistakesInFilesAreToldBeforeAnythingIsSubmitted() throws IOException {
    Files.writeString(experiments.resolve("c.yaml"), "extends: nothing.yaml\n");
    Call call = submit("", "");
    assertEquals(2, call.status());
    assertTrue(call.err().endsWith("1 mistake\n"), call.err());
  }

  /** Four trials in three shards; the whole folder has no other. */
  @Test
  void shardsOfADryRunAreThePartsOfTheFolder() {
    TreeSet<String> seen = new TreeSet<>();
    int trials = 0;
    for (int i = 1; i <= 3; i++) {
      Call call =
          Call.of(
              "run",
              experiments,
              "--dry-run",
              "--runs",
              temp,
              "--results",
              temp.resolve("r"),
              "--shard",
              i + "/3");
      assertEquals(0, call.status(), call.err());
      List<String> lines = call.out().lines().toList();
      trials += lines.size() - 1;
      lines.subList(0, lines.size() - 1).forEach(line -> seen.add(line.replaceFirst(":.*", "")));
      assertTrue(call.out().endsWith(lines.size() - 1 + " to run, 0 up to date\n"), call.out());
    }
    assertEquals(4, trials);
    assertEquals(List.of("small/a/1", "small/a/2", "small/a/3", "small/b/7"), List.copyOf(seen));
  }
}
