package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands that have to be quick load nothing of TensorFlow, nor of the libraries it brings.
 */
class NoTensorFlowTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "check experiments/quickstart",
        "show experiments/cifar10/model-8.yaml",
        "report --check results/cifar10",
        "diff results results",
        "data list",
        "run experiments/cifar10 --dry-run",
      })
  void isNotLoadedBy(String command) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xlog:class+load:file=" + classes);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Bakeoff.class.getName()));
    line.addAll(List.of(command.split(" ", -1)));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    List<String> loaded = Files.readAllLines(classes);
    assertTrue(loaded.stream().anyMatch(name -> name.contains(" bakeoff.cli.Bakeoff ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(name -> name.matches(".* (org\\.tensorflow|org\\.bytedeco|com\\.google)\\..*"))
            .toList());
  }
}
