package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableJsonTest {

  @Test
  void sortsKeysAndBreaksWhatDoesNotFitALine() {
    String wide = "w".repeat(60);
    Object value =
        Map.of("b", List.of(1, 2), "a", Map.of("y", "é\n\"", "x", true), "c", List.of(wide, wide));
    assertEquals(
        """
        {
          "a": {"x": true, "y": "é\\n\\""},
          "b": [1, 2],
          "c": ["%s", "%s"]
        }
        """
            .formatted(wide, wide),
        new String(StableJson.write(value), StandardCharsets.UTF_8));
  }

  @Test
  void keepsAStringWholeHoweverLong() throws Exception {
    Map<String, String> value = Map.of("text", "x".repeat(500));
    assertEquals(value, StableJson.read(StableJson.write(value), Map.class));
  }

  @Test
  void keepsARowOfATableOnALineHoweverLong() {
    List<Integer> row = java.util.Collections.nCopies(60, 1000);
    String text = new String(StableJson.write(List.of(row, row)), StandardCharsets.UTF_8);
    assertEquals(4, text.lines().count());
  }

  @Test
  void numbersHaveNoExponentAndNoNoise() {
    assertEquals(
        "[0.00000001, 100, 0.1, 0.3333333333333333]\n", text(List.of(1e-8, 100.0, 0.1, 1.0 / 3)));
  }

  @Test
  void anEpochIsOneLine() {
    String epochs =
        text(Results.finished(1)).replaceAll("(?s).*(\"epochs\": \\[.*?\n  \\]).*", "$1");
    assertEquals(
        """
        "epochs": [
            {"epoch": 1, "learning_rate": 0.00000001, "losses": [1.75, 1.333333], "phase": 1,\
         "test_accuracy": 0.666667, "test_loss": 1.25, "train_accuracy": 0.25, "train_loss": 1.5}
          ]""",
        epochs);
  }

  @Test
  void aResultComesBackAsItWas() throws IOException {
    TrialResult result = Results.finished(3);
    byte[] json = StableJson.write(result);
    TrialResult back = ResultReader.read(json);
    assertArrayEquals(json, StableJson.write(back));
    assertEquals(result.outcome(), back.outcome());
    assertEquals(result.epochs(), back.epochs());
    assertEquals(result.test(), back.test());
    assertEquals(result.data(), back.data());
    assertEquals(result.platform(), back.platform());
    assertArrayEquals(
        StableJson.write(result.spec().at("/training/phases")),
        StableJson.write(back.spec().at("/training/phases")));
  }

  @Test
  void outcomesComeBackAsTheyWere() throws IOException {
    for (Outcome outcome :
        List.of(
            new Outcome.Finished(), new Outcome.Diverged(3, 17L), new Outcome.Crashed("killed"))) {
      TrialResult result = Results.result(1, outcome, 1.5, null);
      assertEquals(outcome, ResultReader.read(StableJson.write(result)).outcome());
    }
  }

  @Test
  void aLossThatIsNoNumberIsStored() throws IOException {
    for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      TrialResult result = Results.result(1, new Outcome.Diverged(1, 5L), loss, null);
      TrialResult back = ResultReader.read(StableJson.write(result));
      assertEquals(loss, back.epochs().get(0).trainLoss());
    }
  }

  /** The same results give the same bytes: no time, no host, no path. */
  @Test
  void holdsNothingOfTheMachine() {
    String text = text(Results.finished(1));
    assertFalse(text.contains(System.getProperty("user.dir")), text);
    assertFalse(text.contains("\r"));
    assertTrue(text.endsWith("}\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "{\"format\": 1} {}", "{\"format\": 1, \"more\": 2}"})
  void whatIsNoResultIsAnIoException(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> ResultReader.read(bytes));
  }

  private static String text(Object value) {
    return new String(StableJson.write(value), StandardCharsets.UTF_8);
  }
}
