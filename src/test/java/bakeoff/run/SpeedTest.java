package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bakeoff.result.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  /** 10,000 steps of 60 ms, and 10 s. */
  private static final Estimate SOME = new Estimate(10_000, 0.01, 0.04, 0.01, 10);

  private static final Estimate WIDER = new Estimate(10_000, 0.01, 0.4, 0.1, 10);

  @TempDir private Path runs;

  private static double factor(Speed speed, Estimate of) {
    return speed.seconds(of) / of.seconds();
  }

  private static void took(Speed speed, Estimate trial, double factor) {
    speed.learn(trial, factor * trial.seconds());
  }

  @Test
  void atFirstBelievesTheEstimate() {
    assertEquals(610, Speed.of(runs).seconds(SOME), 1e-9);
  }

  /** It weighs 1 / 0.01, the estimate itself 0.01. */
  @Test
  void anotherSeedTakesAsLong() throws IOException {
    Speed speed = Speed.of(runs);
    took(speed, SOME, 3);
    double expected = Math.exp(100 * Math.log(3) / 100.01);
    assertEquals(expected, factor(speed, SOME), 1e-9);
    assertEquals(expected, factor(Speed.of(runs), SOME), 1e-9);
    Estimate longer = new Estimate(70_000, 0.01, 0.04, 0.01, 70);
    assertEquals(expected, factor(speed, longer), 1e-9);
  }

  /** Two parts that are ten times as large are at a squared distance of 2 ln(10)^2. */
  @Test
  void anotherNetworkSaysTheLessTheLessAlikeItIs() {
    Speed speed = Speed.of(runs);
    took(speed, SOME, 3);
    double weight = 1 / (0.01 + 2 * Math.pow(Math.log(10), 2));
    double expected = Math.exp(weight * Math.log(3) / (weight + 0.01));
    assertEquals(expected, factor(speed, WIDER), 1e-3);
    took(speed, WIDER, 0.5);
    assertEquals(0.5, factor(speed, WIDER), 0.005);
    assertEquals(3, factor(speed, SOME), 0.02);
  }

  @Test
  void fourTrialsOfANetworkForgetWhatWasBefore() {
    Speed speed = Speed.of(runs);
    took(speed, SOME, 2);
    for (int i = 0; i < 3; i++) {
      took(speed, SOME, 4);
    }
    assertEquals(Math.pow(2 * 4 * 4 * 4, 0.25), factor(speed, SOME), 1e-2);
    took(speed, SOME, 4);
    assertEquals(4, factor(speed, SOME), 1e-2);
  }

  @Test
  void aTrialOfASecondSaysLittleOfLongOnes() {
    Speed speed = Speed.of(runs);
    took(speed, new Estimate(1, 0.0001, 0, 0, 0.3), 9);
    assertEquals(1, factor(speed, SOME), 0.1);
  }

  @Test
  void manySeedsOfOneDisplaceNoOther() throws IOException {
    Speed speed = Speed.of(runs);
    took(speed, WIDER, 0.5);
    for (int i = 0; i < 300; i++) {
      took(speed, SOME, 3);
    }
    assertEquals(0.5, factor(speed, WIDER), 0.02);
    assertEquals(5, stored());
  }

  @Test
  void keeps256() throws IOException {
    Speed speed = Speed.of(runs);
    for (int i = 1; i <= 260; i++) {
      took(speed, new Estimate(10_000, 0.01, i, 0.01, 10), 2);
    }
    assertEquals(256, stored());
  }

  private int stored() throws IOException {
    return JsonTree.read(Files.readAllBytes(runs.resolve("speed.json"))).path("trials").size();
  }

  @Test
  void whatAKilledWriterLeftGoesThoughNothingIsLearnt() throws IOException {
    Path half = Files.createFile(runs.resolve(".speed.json.1-2.tmp"));
    assertEquals(610, Speed.of(runs).seconds(SOME), 1e-9);
    assertFalse(Files.exists(half));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{\"factor\": 1.5}",
        "{\"trials\": 3}",
        "{\"trials\": [3, {}, \"x\"]}",
        "{\"trials\": [{\"estimated\": 1, \"took\": 1e9}]}",
        "{\"trials\": [{\"estimated\": 0, \"took\": 100}]}",
        "{\"trials\": [{\"estimated\": 100, \"took\": 500, \"layers\": -1}]}",
      })
  void forgetsWhatCannotBe(String stored) throws IOException {
    Files.writeString(runs.resolve("speed.json"), stored);
    assertEquals(610, Speed.of(runs).seconds(SOME), 1e-9);
  }
}
