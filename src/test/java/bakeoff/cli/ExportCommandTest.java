package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.run.RunsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  @TempDir private Path temp = Path.of("");

  private Call export(Object... more) {
    Object[] places = {
      "export", "--runs", temp.resolve("runs"), "--results", temp.resolve("results")
    };
    return Call.of(Stream.concat(Stream.of(places), Stream.of(more)).toArray());
  }

  private void train(Object... more) {
    List<Object> run =
        List.of(
            "run",
            "experiments/quickstart",
            "--only",
            "linear",
            "--results",
            temp.resolve("results"),
            "--runs",
            temp.resolve("runs"));
    Call call = Call.of(Stream.concat(run.stream(), Stream.of(more)).toArray());
    assertEquals(0, call.status(), call.err());
  }

  @Test
  void bothFormatsOfATrainedNetwork() throws IOException {
    train();
    Path module = temp.resolve("a");
    assertEquals(0, export("linear", "--format", "pytorch", "--to", module).status());
    assertTrue(Files.readString(module.resolve("model.py")).contains("quickstart/linear/1"));
    assertTrue(Files.size(module.resolve("weights.safetensors")) > 4 * 30_730);
    Path saved = temp.resolve("b");
    Call call = export("quickstart/linear", "--seed", "3", "--to", saved);
    assertEquals(0, call.status(), call.err());
    assertEquals(saved + "\n", call.out());
    assertTrue(Files.size(saved.resolve("saved_model.pb")) > 4 * 30_730);
    Call again = export("linear", "--to", saved);
    assertEquals(2, again.status());
    assertEquals(
        "bakeoff: " + saved + ": is there already\n    name another folder with --to\n",
        again.err());
    try (Stream<Path> left = Files.list(temp)) {
      assertFalse(left.anyMatch(file -> file.toString().endsWith(".partial")));
    }
  }

  @Test
  void whatIsNotTrainedIsToldWithTheWayThere() {
    Call call = export("linear", "--to", temp.resolve("a"));
    assertEquals(2, call.status());
    assertTrue(call.err().contains("no trained network is at"), call.err());
    assertTrue(
        call.err().contains("`bakeoff run experiments/quickstart --only linear` trains it"),
        call.err());
    assertFalse(Files.exists(temp.resolve("a")));
  }

  /** As on a clone: results are in git, runs are not. */
  @Test
  void withoutItsWeightsItIsTrainedAgainAndChecked() throws IOException {
    train("--seeds", "1");
    Path model = temp.resolve("runs/quickstart/linear/1/model.safetensors");
    byte[] before = Files.readAllBytes(model);
    RunsFolder.delete(temp.resolve("runs"), temp);

    Call without = export("linear", "--format", "pytorch", "--to", temp.resolve("a"));
    assertEquals(2, without.status());
    assertTrue(
        without.err().contains("`bakeoff export quickstart/linear --seed 1 --train` trains it"),
        without.err());

    Call again = export("linear", "--train", "--format", "pytorch", "--to", temp.resolve("a"));
    assertEquals(0, again.status(), again.err());
    assertTrue(again.err().contains("quickstart/linear/1: identical bytes"), again.err());
    assertTrue(Files.exists(temp.resolve("a/model.py")));
    assertArrayEquals(before, Files.readAllBytes(model), "kept for the next time");

    // What another kind of machine might have given.
    Files.delete(model);
    Path result = temp.resolve("results/quickstart/linear/1.json");
    String text = Files.readString(result);
    Files.writeString(result, text.replaceFirst("\"train_loss\": \\d", "\"train_loss\": 9"));
    Call other = export("linear", "--train", "--format", "pytorch", "--to", temp.resolve("b"));
    assertEquals(1, other.status(), other.err());
    assertTrue(other.err().contains("quickstart/linear/1: not reproduced"), other.err());
    assertTrue(other.err().contains("test accuracy "), other.err());
    assertFalse(Files.exists(temp.resolve("b")));
    Object[] anyway = {
      "linear", "--train", "--even-if-different", "--format", "pytorch", "--to", temp.resolve("b")
    };
    assertEquals(0, export(anyway).status());
    assertTrue(Files.exists(temp.resolve("b/model.py")));
    assertFalse(Files.exists(model), "the weights of another result are not kept for this one's");
  }

  @Test
  void anotherVersionOfTheExperimentIsNotTakenForIt() throws IOException {
    train("--set", "training.phases.0.epochs=1");
    Path own = Files.createDirectories(temp.resolve("runs/quickstart/linear/1"));
    try (Stream<Path> tries = Files.walk(temp.resolve("runs/.tries"))) {
      Path tried = tries.filter(file -> file.endsWith("1/model.safetensors")).findFirst().get();
      Files.move(tried, own.resolve("model.safetensors"));
    }
    Call call = export("linear", "--to", temp.resolve("a"));
    assertEquals(2, call.status());
    assertTrue(call.err().contains("of another version of the experiment"), call.err());
  }

  @Test
  void damagedWeightsAreToldWithTheirFile() throws IOException {
    train("--seeds", "1");
    Path model = temp.resolve("runs/quickstart/linear/1/model.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 1] ^= 1;
    Files.write(model, bytes);
    Call call = export("linear", "--to", temp.resolve("a"));
    assertEquals(2, call.status());
    assertTrue(call.err().startsWith("bakeoff: " + model + ": damaged: "), call.err());
    assertTrue(call.err().contains("--train` trains it again"), call.err());
    assertFalse(Files.exists(temp.resolve("a")));
  }

  @Test
  void anUnknownNameOrSeedIsToldWithWhatThereIs() {
    Call name = export("linnear");
    assertEquals(2, name.status());
    assertTrue(name.err().contains("linnear: no such experiment"), name.err());
    assertTrue(name.err().contains("quickstart/linear"), name.err());
    Call seed = export("linear", "--seed", "9");
    assertEquals(2, seed.status());
    assertTrue(seed.err().contains("linear has no seed 9"), seed.err());
    assertTrue(seed.err().contains("its seeds are [1, 2, 3]"), seed.err());
  }
}
