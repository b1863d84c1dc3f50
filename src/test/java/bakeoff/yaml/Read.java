package bakeoff.yaml;

import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Files written to a folder for a test, read, and what was found wrong with them. */
record Read(Path folder) {

  /** Fits; lines 1 to 12. */
  static final String GOOD =
      """
      dataset: cifar10
      model:
        layers:
          - conv2d: {filters: 6, kernel_size: 5, activation: relu}
          - max_pool2d: 2
          - flatten
          - dense: classes
      training:
        batch_size: 4
        optimizer: {sgd: {momentum: 0.9}}
        phases:
          - {epochs: 2, learning_rate: 0.001}
      """;

  /** The good file with one text in it exchanged for another. */
  static String with(String text, String other) {
    Assertions.assertTrue(GOOD.contains(text), text);
    return GOOD.replace(text, other);
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a file: {@code line:column: message}, and hints on lines of their own. */
  String mistakes(String name) {
    Problems problems = new Problems();
    new ExperimentReader(problems).read(folder.resolve(name));
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems.sorted()) {
      text.append(problem.toString().replace(folder + "/", "").replace(name + ":", ""))
          .append('\n');
    }
    return text.toString().strip();
  }

  ExperimentFile experiment(String name, String... settings) {
    List<ExperimentFile> read = experiments(name, settings);
    Assertions.assertEquals(1, read.size());
    return read.get(0);
  }

  /** Those of a grid, in its order. */
  List<ExperimentFile> experiments(String name, String... settings) {
    Problems problems = new Problems();
    List<Setting> set = List.of(settings).stream().map(Setting::parse).toList();
    List<ExperimentFile> read =
        new ExperimentReader(problems, set, any -> true).read(folder.resolve(name));
    Assertions.assertEquals(List.of(), problems.sorted());
    return read;
  }
}
