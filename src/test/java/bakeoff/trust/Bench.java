package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.cli.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of experiments, and where its results and the rest go. */
record Bench(Path top) {

  /** Some milliseconds an epoch. */
  static final String QUICK =
      """
      dataset: shapes
      model: {layers: [max_pool2d: 8, flatten, dense: classes]}
      training: {batch_size: 100, optimizer: sgd, phases: [{epochs: %d, learning_rate: 0.1}]}
      seeds: %s
      """;

  Path experiments() {
    return top.resolve("experiments/tiny");
  }

  Path results() {
    return top.resolve("results");
  }

  Path runs() {
    return top.resolve("runs");
  }

  /** With the same experiments, and nothing trained. */
  Bench beside(String name) throws IOException {
    Bench other = new Bench(Files.createDirectories(top.resolveSibling(name)));
    Files.createDirectories(other.experiments());
    try (Stream<Path> files = Files.list(experiments())) {
      for (Path file : files.toList()) {
        Files.copy(file, other.experiments().resolve(file.getFileName()));
      }
    }
    return other;
  }

  Path write(String name, String text) throws IOException {
    Files.createDirectories(experiments());
    return Files.writeString(experiments().resolve(name + ".yaml"), text);
  }

  private List<Object> words(Object... more) {
    List<Object> words = new ArrayList<>(List.of("run", experiments()));
    words.addAll(List.of("--results", results(), "--runs", runs(), "--data", top.resolve("data")));
    words.addAll(List.of(more));
    return words;
  }

  /** {@code run} in this process, with workers that are real. */
  Call run(Object... more) {
    return Call.of(words(more).toArray());
  }

  Started start(Map<String, String> environment, Object... more) throws IOException {
    return Started.of(top, environment, words(more).toArray());
  }

  Path trial(String name, int seed) {
    return runs().resolve("tiny").resolve(name).resolve(String.valueOf(seed));
  }

  String log(String name, int seed) throws IOException {
    return Files.readString(trial(name, seed).resolve("log.txt"));
  }

  Path json(String name, int seed) {
    return results().resolve("tiny").resolve(name).resolve(seed + ".json");
  }

  /** The bytes that training gives: results, predictions, weights; by their paths. */
  Map<String, byte[]> trained() throws IOException {
    Map<String, byte[]> trained = new TreeMap<>();
    for (Path top : List.of(results(), runs())) {
      try (Stream<Path> files = Files.walk(top)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = top.getFileName() + "/" + top.relativize(file);
          if (path.matches("results/tiny/.*/\\d+\\.(json|npy)|.*/model\\.safetensors")) {
            trained.put(path.replace('\\', '/'), Files.readAllBytes(file));
          }
        }
      }
    }
    return trained;
  }

  /** The same, to the last bit. */
  static void assertSame(Map<String, byte[]> one, Map<String, byte[]> other) {
    assertEquals(one.keySet(), other.keySet());
    one.forEach((path, bytes) -> assertArrayEquals(bytes, other.get(path), path));
  }

  /** Halves of files, which nothing needs. */
  List<Path> halves() throws IOException {
    List<Path> halves = new ArrayList<>();
    for (Path top : Stream.of(results(), runs()).filter(Files::exists).toList()) {
      try (Stream<Path> files = Files.walk(top)) {
        halves.addAll(files.filter(file -> file.toString().endsWith(".tmp")).toList());
      }
    }
    return halves;
  }
}
