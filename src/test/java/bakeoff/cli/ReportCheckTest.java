package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report --check} on copies of the committed results that somebody has touched. */
class ReportCheckTest {

  private static final Pattern NUMBER = Pattern.compile("\\d\\.\\d*?(\\d)(?=\\D)");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    copy(Path.of("results/cifar10"), folder.resolve("results/cifar10"));
    copy(Path.of("experiments/cifar10"), folder.resolve("experiments/cifar10"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private Call check() {
    return Call.of("report", folder.resolve("results/cifar10").toString(), "--check");
  }

  @Test
  void whatIsUntouchedPasses() {
    Call call = check();
    assertEquals(0, call.status(), call::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.md", "report.json", "figures/test-accuracy.svg"})
  void oneDigitIsFound(String name) throws IOException {
    Path file = folder.resolve("results/cifar10").resolve(name);
    String text = Files.readString(file);
    Matcher number = NUMBER.matcher(text);
    assertTrue(number.find(text.length() / 2), "no number in the second half of " + name);
    int at = number.start(1);
    char other = text.charAt(at) == '9' ? '8' : (char) (text.charAt(at) + 1);
    Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));
    assertFound(name);
  }

  /** As after a merge that brought a trial's result from one side and the report from the other. */
  @Test
  void aReportThatNobodyComputedIsFound() throws IOException {
    Path results = folder.resolve("results/cifar10");
    byte[] ours = Files.readAllBytes(results.resolve("report.json"));
    Files.delete(results.resolve("model-1/5.json"));
    Files.delete(results.resolve("model-1/5.npy"));
    assertEquals(0, Call.of("report", results.toString()).status());
    assertEquals(0, check().status());
    Files.write(results.resolve("report.json"), ours);
    assertFound("report.json");
  }

  /** Also of files that need no writing. */
  @Test
  void whatAKilledProcessLeftOfAReportIsRemoved() throws IOException {
    Path results = folder.resolve("results/cifar10");
    List<Path> halves =
        List.of(results.resolve(".report.md.1-2.tmp"), results.resolve("figures/.a.svg.1-2.tmp"));
    for (Path half : halves) {
      Files.writeString(half, "");
    }
    assertEquals(0, Call.of("report", results.toString()).status());
    halves.forEach(half -> assertFalse(Files.exists(half), half::toString));
  }

  /** Without the file its results would look as if nobody asked for them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMistakeInAnExperimentIsToldAndNothingIsWritten(boolean writes) throws IOException {
    Path results = folder.resolve("results/cifar10");
    byte[] before = Files.readAllBytes(results.resolve("report.md"));
    Files.writeString(folder.resolve("experiments/cifar10/model-2.yaml"), "datset: cifar10\n");
    Call call = writes ? Call.of("report", results.toString()) : check();
    assertEquals(2, call.status());
    assertTrue(call.err().contains("model-2.yaml:1:1: unknown key `datset`"), call.err());
    assertArrayEquals(before, Files.readAllBytes(results.resolve("report.md")));
  }

  private void assertFound(String name) {
    Call call = check();
    assertEquals(1, call.status());
    List<String> told = call.out().lines().toList();
    assertEquals(1, told.size(), call::out);
    assertTrue(told.get(0).contains(Path.of(name).getFileName().toString()), call::out);
    assertTrue(told.get(0).endsWith("`bakeoff report` writes it again"), call::out);
  }
}
