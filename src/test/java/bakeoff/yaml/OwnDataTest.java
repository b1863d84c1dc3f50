package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.OwnArrays;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an experiment is in its data. */
class OwnDataTest {

  private static final String NET =
      """
      dataset: {npy: mine}
      model: {layers: [flatten, dense: classes]}
      training: {batch_size: 1, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  @TempDir private Path folder = Path.of("");

  private Read read = new Read(folder);

  @BeforeEach
  void leave() throws IOException {
    read = new Read(folder);
    new OwnArrays(folder).leaveAll();
    DataPlace.choose(folder);
  }

  @AfterEach
  void usualPlace() {
    DataPlace.choose(null);
  }

  private String mistakes(String text) {
    read.write("x.yaml", text);
    return read.mistakes("x.yaml");
  }

  @Test
  void aStrayLabelMakesNoTableOfThousandsOfClasses() throws IOException {
    assertEquals("", mistakes(NET));
    new OwnArrays(folder).testOf(65_535);
    DataPlace.choose(folder);
    assertEquals(
        "1:11: `dataset` has 65536 classes, but has to have at most 4000\n"
            + "    labels count from 0: is one of them far above the others?",
        mistakes(NET));
  }

  @Test
  void aSubsetHasImagesToLearnFromAndToTest() {
    assertEquals("", mistakes(NET + "subset: {classes: [1, 2]}\n"));
    assertEquals("4:9: `subset` has no test images", mistakes(NET + "subset: {classes: [0, 1]}\n"));
    String named = NET.replace("mine", "{path: mine, classes: [a, b, c, d]}");
    assertEquals("", mistakes(named));
    assertEquals(
        "4:9: `subset` has no training images", mistakes(named + "subset: {classes: [c, d]}\n"));
  }
}
