package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static bakeoff.yaml.Read.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code show --resolved} prints a file that says the same. */
class ResolvedTextTest {

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.getFileName().toString().startsWith("_"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void ofAnExampleSaysTheSame(Path file) throws IOException {
    Read read = new Read(file.resolveSibling(""));
    saysTheSame(read.experiment(file.getFileName().toString()).experiment());
  }

  /** What would be read as something else without quotes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'no'",
        "'12'",
        "'1e3'",
        "'a: b'",
        "'# a'",
        "'- a'",
        "\"a\\nb\"",
        "'ä 😀'",
        "'null'",
        "' a '"
      })
  void keepsWordsWords(String description) throws IOException {
    saysTheSame(ExperimentReader.parse(GOOD + "description: " + description + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-12", "0.1", "123456.789", "1/3", "1e20"})
  void keepsNumbersToTheLastBit(String rate) throws IOException {
    saysTheSame(ExperimentReader.parse(with("0.001", rate)));
  }

  private static void saysTheSame(Experiment experiment) throws IOException {
    String text = ResolvedText.of(experiment);
    Experiment again = ExperimentReader.parse(text);
    assertEquals(experiment, again);
    assertEquals(ContentKey.of(experiment, 1), ContentKey.of(again, 1));
    assertEquals(text, ResolvedText.of(again));
    assertEquals(java.util.List.of(), Schemas.mistakes(text));
  }
}
