package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import bakeoff.schedule.ValidationFigures;
import bakeoff.spec.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultStoreTest {

  @Test
  void findsWhatWasWritten(@TempDir Path root) throws IOException {
    ResultStore store = new ResultStore(root);
    Trial trial = Results.trial("net", 1);
    assertEquals(Optional.empty(), store.find(trial));
    store.write(trial, Results.finished(1), new byte[] {1, 2});
    assertEquals(Results.finished(1).test(), store.find(trial).orElseThrow().test());
    assertEquals(2, Files.size(root.resolve("small/net/1.npy")));
    assertTrue(Files.exists(root.resolve("small/net/1.json")));
  }

  @Test
  void aTrialWithoutPredictionsLeavesNoneOfTheLast(@TempDir Path root) throws IOException {
    ResultStore store = new ResultStore(root);
    Trial trial = Results.trial("net", 1);
    store.write(trial, Results.finished(1), new byte[] {1, 2});
    TrialResult diverged = Results.result(1, new Outcome.Diverged(1, 5), 2, null);
    store.write(trial, diverged, new byte[0]);
    assertFalse(Files.exists(root.resolve("small/net/1.npy")));
  }

  @Test
  void givesAllOfAFolderInNaturalOrder(@TempDir Path root) throws IOException {
    ResultStore store = new ResultStore(root);
    for (String name : List.of("model-10", "model-2")) {
      for (int seed : new int[] {10, 9}) {
        store.write(Results.trial(name, seed), Results.finished(seed), new byte[0]);
      }
    }
    Files.writeString(root.resolve("small/report.json"), "{}");
    Files.writeString(root.resolve("small/model-2/notes.json"), "{}");
    assertEquals(
        List.of("model-2/9", "model-2/10", "model-10/9", "model-10/10"),
        store.all("small").stream().map(t -> t.name() + "/" + t.result().seed()).toList());
    assertEquals(List.of(), store.all("other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[1]", "\0\1\2", "<<<<<<< HEAD\n{}", "{\"format\": 1}"})
  void aFileThatIsNoResultIsTheUsersToMend(String content, @TempDir Path root) throws IOException {
    assertNamed(root, content);
  }

  @Test
  void figuresOfWhatFinishedAreNumbersOfEveryClass(@TempDir Path root) throws IOException {
    new ResultStore(root).write(Results.trial("net", 1), Results.finished(1), new byte[0]);
    String whole = Files.readString(root.resolve("small/net/1.json"));
    for (String other :
        List.of(
            whole.replaceFirst("\"train_loss\": [\\d.]+", "\"train_loss\": \"NaN\""),
            whole.replaceFirst("(\"confusion\": \\[\\s*\\[)1,", "$1-1,"),
            whole.replaceFirst("(\"confusion\": \\[\\s*\\[\\d+), \\d+\\]", "$1]"))) {
      assertFalse(whole.equals(other), whole);
      assertNamed(root, other);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome", "platform", "data", "key", "epochs", "spec"})
  void aResultWithAHoleIsTheUsersToMend(String key, @TempDir Path root) throws IOException {
    var tree =
        (com.fasterxml.jackson.databind.node.ObjectNode)
            new com.fasterxml.jackson.databind.ObjectMapper().readTree(json());
    tree.putNull(key);
    assertNamed(root, tree.toString());
  }

  @Test
  void aHoleDeepInAResultIsNamed(@TempDir Path root) throws IOException {
    String message = assertNamed(root, json().replace("\"cat\"", "null"));
    assertTrue(message.contains("data.classes is null"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"train_loss\": \\S+ ?", "\"state\": \"finished\"", "\"cat\", "})
  void aDamagedResultIsTheUsersToMend(String part, @TempDir Path root) throws IOException {
    assertNamed(root, json().replaceFirst(part, "\"x\": [[[ "));
  }

  @Test
  void nestingWithoutEndIsTheUsersToMend(@TempDir Path root) throws IOException {
    assertNamed(root, "[".repeat(100_000));
  }

  @Test
  void anotherFormatIsNamed(@TempDir Path root) throws IOException {
    String message = assertNamed(root, json().replace("\"format\": 1", "\"format\": 2"));
    assertTrue(message.contains("format 2"), message);
  }

  @Test
  void aResultUnderAnotherSeedsNameIsRefused(@TempDir Path root) throws IOException {
    String message = assertNamed(root, json().replace("\"seed\": 1", "\"seed\": 2"));
    assertTrue(message.contains("seed 2"), message);
  }

  private static TrialResult chosen(int epoch, int stopped) {
    TestResult test = Results.finished(1).test();
    assertNotNull(test);
    TrialResult plain =
        Results.result(1, new Outcome.Finished(stopped), 1.5, test.with(epoch, 0.875));
    EpochRow row = new EpochRow(1, 1, 0.1, 1, 0.5, 1, 0.5, List.of(), 1.25, 0.75);
    return new TrialResult(
        plain.format(),
        plain.key(),
        plain.seed(),
        plain.spec(),
        plain.data(),
        plain.outcome(),
        plain.platform(),
        plain.parameters(),
        plain.trainingFlops(),
        List.of(row),
        plain.test());
  }

  @Test
  void findsWhatWasChosen(@TempDir Path root) throws IOException {
    ResultStore store = new ResultStore(root);
    Trial trial = Results.trial("net", 1);
    store.write(trial, chosen(1, 1), new byte[] {1});
    TrialResult found = store.find(trial).orElseThrow();
    assertEquals(chosen(1, 1).test(), found.test());
    assertEquals(chosen(1, 1).epochs(), found.epochs());
    assertEquals(chosen(1, 1).outcome(), found.outcome());
    assertEquals(1, found.stoppedEarlyAfter());
    EpochRow reported = found.reportedEpoch();
    assertNotNull(reported);
    assertEquals(new ValidationFigures(1.25, 0.75), reported.validated());
  }

  /** What other results do not have, they do not say. */
  @Test
  void whatIsNotGivenIsNotWritten() {
    for (String key : List.of("validation", "chosen_epoch", "top_k", "stopped_early")) {
      assertFalse(json().contains(key), key);
      String chosen = new String(StableJson.write(chosen(1, 1)), StandardCharsets.UTF_8);
      assertTrue(chosen.contains(key), key);
    }
  }

  @Test
  void anEpochThatIsNotThereIsRefused(@TempDir Path root) throws IOException {
    for (int epoch : new int[] {0, 2, -1}) {
      String text = new String(StableJson.write(chosen(epoch, 1)), StandardCharsets.UTF_8);
      String message = assertNamed(root, text);
      assertTrue(
          message.contains("test.chosen_epoch is " + epoch + ", but there are 1 epochs"), message);
    }
    String text = new String(StableJson.write(chosen(1, 3)), StandardCharsets.UTF_8);
    String message = assertNamed(root, text);
    assertTrue(message.contains("outcome.stopped_early_after is 3, but there are 1"), message);
  }

  private static String json() {
    return new String(StableJson.write(Results.finished(1)), StandardCharsets.UTF_8);
  }

  private static String assertNamed(Path root, String content) throws IOException {
    Path file = root.resolve("small/net/1.json");
    Files.createDirectories(root.resolve("small/net"));
    Files.writeString(file, content);
    UserError error = assertThrows(UserError.class, () -> new ResultStore(root).all("small"));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    return message;
  }
}
