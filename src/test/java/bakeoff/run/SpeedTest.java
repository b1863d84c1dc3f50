package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  @TempDir private Path runs;

  @Test
  void atFirstBelievesTheEstimate() {
    assertEquals(12, Speed.of(runs).seconds(12));
  }

  /** A trial that took twice as long moves the factor from 1 to 0.7 + 0.3 x 2, and to 1.51. */
  @Test
  void learnsAndRemembers() throws IOException {
    Speed speed = Speed.of(runs);
    speed.learn(10, 20);
    assertEquals(13, speed.seconds(10), 1e-9);
    speed.learn(10, 20);
    assertEquals(15.1, speed.seconds(10), 1e-9);
    assertEquals(15.1, Speed.of(runs).seconds(10), 1e-9);
  }

  @Test
  void whatAKilledWriterLeftGoesThoughNothingIsLearnt() throws IOException {
    Path half = Files.createFile(runs.resolve(".speed.json.1-2.tmp"));
    assertEquals(12, Speed.of(runs).seconds(12));
    assertFalse(Files.exists(half));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"factor\": 0}", "{\"factor\": 1e9}", "{\"factor\": \"x\"}", "null"})
  void forgetsWhatCannotBe(String stored) throws IOException {
    Files.writeString(runs.resolve("speed.json"), stored);
    assertEquals(12, Speed.of(runs).seconds(12));
  }
}
