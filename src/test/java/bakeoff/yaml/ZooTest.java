package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.Problems;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of the literature have the parameters that are published, or that their code counts. */
class ZooTest {

  private static final Path ZOO = Path.of("experiments/zoo");

  /** Published by their authors, or counted by PyTorch on the code that the file names. */
  @ParameterizedTest
  @CsvSource({
    "lenet-5, 61706",
    "resnet-20, 269722",
    "resnet-20-projection, 272474",
    "vgg-11, 9231114",
    "resnet-9, 6573120",
    "mobilenet, 3217226",
    "convmixer, 594186",
    "all-convolutional, 1369738",
    "airbench94, 1971640",
    "densenet-40, 1019722",
    "network-in-network, 966986",
  })
  void hasAsManyParametersAsPublished(String name, long parameters) throws IOException {
    Network network = network(ZOO.resolve(name + ".yaml"));
    assertEquals(parameters, network.trainable());
    assertEquals(parameters, network.parameters());
  }

  /** 40.5 million multiply-adds of convolutions and the dense layer (fvcore counts 0.041 G). */
  @Test
  void resnet20() throws IOException {
    Network network = network(ZOO.resolve("resnet-20.yaml"));
    assertEquals(2 * 40_551_040L, network.flops());
    assertEquals(2 * (7 * 16 + 6 * 32 + 6 * 64), network.statistics());
  }

  /** Each says where it is from, what to expect, and what it costs. */
  @Test
  void everyFileHasAHeader() throws IOException {
    try (var files = Files.list(ZOO)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        for (String word : List.of("# Source: ", "Expected: ", "Cost: ")) {
          assertTrue(text.contains(word), file + " " + word);
        }
      }
    }
  }

  private static Network network(Path file) {
    Problems problems = new Problems();
    ExperimentFile read = new ExperimentReader(problems).read(file).get(0);
    assertEquals(List.of(), problems.sorted());
    return read.experiment().network();
  }
}
