package bakeoff.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.EpochRow;
import bakeoff.result.StableJson;
import bakeoff.schedule.Constant;
import bakeoff.spec.Phase;
import bakeoff.spec.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  private static final Position FIRST = position(0, 3, 0.1);
  private static final Position SECOND = position(1, 2, 1.0 / 3);

  private static final Map<String, Array> BEST =
      Map.of("w", new Array(List.of(1), new float[] {7}));

  @TempDir private Path folder;

  private static Position position(int epoch, int step, double loss) {
    return new Position(
        epoch,
        step,
        new Tally.Saved(loss, 5, 9, loss / 7, 11, List.of(1e-7, loss)),
        List.of(new EpochRow(1, 1, 0.1, 2.5, 0.25, 2.25, 0.5, List.of(0.125))));
  }

  /** A model of one weight. */
  private static final class Weight implements Model {
    private float value;

    Weight(float value) {
      this.value = value;
    }

    @Override
    public Score step(Batch batch, double learningRate, long step) {
      throw new AssertionError("not to be trained");
    }

    @Override
    public Score score(Batch batch) {
      throw new AssertionError("not to be tested");
    }

    @Override
    public Map<String, Array> state() {
      return Map.of("w", new Array(List.of(1), new float[] {value}));
    }

    @Override
    public void restore(Map<String, Array> state) {
      Array array = state.get("w");
      if (array == null || !array.shape().equals(List.of(1))) {
        throw new IllegalArgumentException("it holds other arrays than this network has");
      }
      value = array.numbers()[0];
    }

    @Override
    public void close() {}
  }

  private Path last;
  private Path before;

  @BeforeEach
  void saveTwice() {
    last = folder.resolve("checkpoint.safetensors");
    before = folder.resolve("checkpoint-before.safetensors");
    checkpoints("key").save(new Weight(1), FIRST, Map.of());
    checkpoints("key").save(new Weight(2), SECOND, BEST);
  }

  private Checkpoints checkpoints(String key) {
    return new Checkpoints(folder, key, "here", 60);
  }

  private void assertResumes(Position position, float weight, int notes) {
    assertResumes("key", position, weight, notes);
  }

  private void assertResumes(String key, Position position, float weight, int notes) {
    Weight model = new Weight(-1);
    Listener listener = Listener.patient();
    Checkpoints.Resumed resumed = checkpoints(key).resume(model, listener);
    assertEquals(position, resumed.position());
    assertEquals(position.equals(SECOND) ? BEST.keySet() : Set.of(), resumed.best().keySet());
    assertEquals(weight, model.value);
    assertEquals(notes, listener.notes.size(), listener.notes.toString());
  }

  private static void put(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void goesOnFromTheLast() {
    assertResumes(SECOND, 2, 1);
  }

  @Test
  void givesTheBestEpochsArraysBack() {
    Array best = checkpoints("key").resume(new Weight(-1), Listener.patient()).best().get("w");
    assertNotNull(best);
    assertArrayEquals(new float[] {7}, best.numbers());
  }

  /** Its weights would go on with other bits, and give what no machine gives. */
  @Test
  void thatOfAnotherKindOfMachineIsNotGoneOnWith() {
    Weight model = new Weight(-1);
    Listener listener = Listener.patient();
    Position position =
        new Checkpoints(folder, "key", "elsewhere", 60).resume(model, listener).position();
    assertEquals(Position.start(), position);
    assertEquals(-1, model.value);
    assertEquals(
        "checkpoint.safetensors is of another kind of machine, here; training starts anew on"
            + " elsewhere",
        listener.notes.get(0));
  }

  /** The last one is after an epoch of 4 steps, and 2 more. */
  @Test
  void tellsTheShareThatIsDone() throws IOException {
    Timetable timetable = new Timetable(List.of(Phase.of(5, new Constant(0.1))), 16, 4, false);
    assertEquals(6 / 20.0, Checkpoints.shareDone(folder, "key", timetable));
    assertEquals(0, Checkpoints.shareDone(folder, "other", timetable));
    byte[] bytes = Files.readAllBytes(last);
    for (int length : new int[] {0, 7, 8, 100}) {
      put(last, Arrays.copyOf(bytes, length));
      assertEquals(0, Checkpoints.shareDone(folder, "key", timetable), length + " bytes");
    }
    Files.delete(last);
    assertEquals(0, Checkpoints.shareDone(folder, "key", timetable));
  }

  /** A checkpoint of the program before there were validation images. */
  @Test
  void readsRowsWithoutValidation() {
    assertResumes(SECOND, 2, 1);
    String saved = new String(StableJson.write(SECOND), StandardCharsets.UTF_8);
    assertFalse(saved.contains("validation"), saved);
  }

  @Test
  void keepsWhatValidationImagesShowed() {
    EpochRow row = new EpochRow(1, 1, 0.1, 2, 0.5, 2, 0.5, List.of(), 1.25, 0.75);
    Position position = new Position(1, 0, new Tally().saved(), List.of(row));
    checkpoints("key").save(new Weight(3), position, Map.of());
    assertResumes(position, 3, 1);
  }

  @Test
  void startsWhereThereIsNone() throws IOException {
    checkpoints("key").delete();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    assertResumes(Position.start(), -1, 0);
  }

  @Test
  void takesTheOneBeforeIfTheLastIsTorn() throws IOException {
    byte[] whole = Files.readAllBytes(last);
    for (int length = 0; length < whole.length; length++) {
      put(last, Arrays.copyOf(whole, length));
      assertResumes(FIRST, 1, 2);
    }
  }

  @Test
  void takesTheOneBeforeIfABitOfTheLastIsFlipped() throws IOException {
    byte[] whole = Files.readAllBytes(last);
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 7);
      put(last, flipped);
      assertResumes(FIRST, 1, 2);
    }
  }

  @Test
  void takesTheOneBeforeIfTheLastIsMissing() throws IOException {
    Files.delete(last);
    assertResumes(FIRST, 1, 1);
  }

  @Test
  void startsAgainIfBothAreDamaged() {
    put(last, new byte[3]);
    put(before, new byte[3]);
    assertResumes(Position.start(), -1, 2);
  }

  @Test
  void doesNotLoadAnotherExperiments() {
    assertResumes("other", Position.start(), -1, 2);
  }

  @Test
  void doesNotLoadAnotherProgramsArraysOrPosition() throws IOException {
    put(
        last,
        SafeTensorsTest.bytes(
            Map.of("v", new Array(List.of(1), new float[1])),
            Map.of("key", "key", "position", "{}")));
    assertResumes(FIRST, 1, 2);
  }

  /** A damaged one must not push the good one out. */
  @Test
  void keepsTheGoodOneUntilTheNextIsThere() {
    put(last, new byte[3]);
    Checkpoints resumed = checkpoints("key");
    resumed.resume(new Weight(-1), Listener.patient());
    resumed.save(new Weight(3), SECOND, BEST);
    put(last, new byte[3]);
    assertResumes(FIRST, 1, 2);
  }

  @Test
  void isDueAfterItsTime() {
    Checkpoints minute = checkpoints("key");
    long now = System.nanoTime();
    assertFalse(minute.isDue(now));
    assertTrue(minute.isDue(now + 61_000_000_000L));
  }
}
