package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static bakeoff.yaml.Read.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.Cifar10;
import bakeoff.initializer.KaimingUniform;
import bakeoff.initializer.TorchDefault;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Flatten;
import bakeoff.layer.Layer;
import bakeoff.layer.Layers;
import bakeoff.layer.MaxPool2d;
import bakeoff.layer.Padding;
import bakeoff.layer.Size;
import bakeoff.layer.Units;
import bakeoff.optimizer.Sgd;
import bakeoff.problem.Problems;
import bakeoff.schedule.Constant;
import bakeoff.schedule.Cosine;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Phase;
import bakeoff.spec.SpecWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What good files give. */
class ExperimentReaderTest {

  @TempDir private Path folder = Path.of("");

  private Experiment read(String yaml) {
    Read read = new Read(folder);
    read.write("x.yaml", yaml);
    return read.experiment("x.yaml").experiment();
  }

  /** It has a size somewhere else, but nobody meant that. */
  @Test
  void aKeyThatALayerLacksIsNotSentToAnotherPart() {
    Read read = new Read(folder);
    read.write("x.yaml", with("max_pool2d: 2", "max_pool2d: {size: 2}"));
    String mistakes = read.mistakes("x.yaml");
    assertTrue(mistakes.contains("unknown key `size`"), mistakes);
    assertFalse(mistakes.contains("it belongs"), mistakes);
  }

  @Test
  void anExperimentThatWasCopiedWithoutItsBaseIsToldWhereThatIs() {
    Read read = new Read(folder);
    read.write("quickstart/conv.yaml", GOOD);
    read.write("mine/x.yaml", "extends: conv.yaml\n");
    assertEquals(
        "1:10: `conv.yaml` is not there\n    there is `../quickstart/conv.yaml`",
        read.mistakes("mine/x.yaml"));
  }

  /** With every default it is nested more deeply than a file may be. */
  @Test
  void whatIsNestedDeeplyIsReadAgainFromWhatAWorkerGets() {
    String layers = "residual: [".repeat(12) + "batch_norm" + "]".repeat(12);
    String braced = layers.replace("[residual", "[{residual").replaceAll("\\](?=\\])", "]}");
    Experiment experiment = read(with("- flatten", "- " + braced + "\n    - flatten"));
    assertEquals(experiment, ExperimentReader.parse(SpecWriter.full(experiment).toString()));
  }

  @Test
  void aFileBecomesRecordsWithEveryDefault() {
    Experiment experiment = read(GOOD);
    assertNull(experiment.description());
    assertEquals(new Cifar10(), experiment.dataset());
    assertNull(experiment.normalize());
    assertEquals(List.of(), experiment.augmentation().train());
    assertEquals(new TorchDefault(), experiment.model().initializer());
    List<Layer> layers =
        List.of(
            Layers.conv2d(
                6,
                Size.square(5),
                Size.square(1),
                Padding.of(Padding.Mode.VALID),
                true,
                ActivationFunction.RELU,
                null),
            new MaxPool2d(Size.square(2), null, Padding.Mode.VALID),
            new Flatten(),
            Layers.dense(Units.of(Units.Named.CLASSES), true, ActivationFunction.LINEAR, null));
    assertEquals(layers, experiment.model().layers());
    assertEquals(4, experiment.training().batchSize());
    assertEquals(new Sgd(0.9, false, 0, 0), experiment.training().optimizer());
    assertEquals(List.of(Phase.of(2, new Constant(0.001))), experiment.training().phases());
    assertNull(experiment.training().threads());
    assertEquals(List.of(1), experiment.seeds());
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001",
    "1e-3, 0.001",
    "1E-3, 0.001",
    "1.e-3, 0.001",
    ".5, 0.5",
    "+0.5, 0.5",
    "2, 2",
    "1_000, 1000",
    "1/4, 0.25",
    "1 / 4, 0.25",
    "1e-3/2, 0.0005"
  })
  void numbersAsPeopleWriteThem(String written, double rate) {
    Experiment experiment = read(with("0.001", written));
    assertEquals(new Constant(rate), experiment.training().phases().get(0).learningRate());
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "1e3, 1000", "2.0, 2", "50_000, 50000", "+7, 7"})
  void wholeNumbersToo(String written, int epochs) {
    assertEquals(epochs, read(with("epochs: 2", "epochs: " + written)).timetable().epochs());
  }

  @Test
  void aKindIsANameOrANameWithItsMainValueOrWithAMap() {
    assertEquals(
        new Sgd(0, false, 0, 0),
        read(with("{sgd: {momentum: 0.9}}", "sgd")).training().optimizer());
    assertEquals(read(GOOD), read(with("max_pool2d: 2", "max_pool2d: {pool_size: [2, 2]}")));
    assertEquals(read(GOOD), read(with("- flatten", "- flatten:")));
    assertEquals(read(GOOD), read(with("- flatten", "- flatten: {}")));
    assertEquals(
        new Cosine(0.1, 0),
        read(with("learning_rate: 0.001", "learning_rate: {cosine: {from: 0.1}}"))
            .training()
            .phases()
            .get(0)
            .learningRate());
    assertEquals(
        new KaimingUniform(),
        read(with("model:\n", "model:\n  initializer: kaiming_uniform\n")).model().initializer());
  }

  @Test
  void anchorsAndMergeKeysAreYamlsOwn() {
    String twice =
        "  phases:\n    - &first {epochs: 2, learning_rate: 0.001}\n    - {<<: *first, epochs: 3}\n";
    Experiment experiment =
        read(with("  phases:\n    - {epochs: 2, learning_rate: 0.001}\n", twice));
    assertEquals(
        List.of(Phase.of(2, new Constant(0.001)), Phase.of(3, new Constant(0.001))),
        experiment.training().phases());
  }

  @Test
  void wordsThatYamlWouldTakeForBooleansStayWords() {
    assertEquals("no", read(GOOD + "description: no\n").description());
    assertEquals("0.10", read(GOOD + "description: 0.10\n").description());
  }

  /** Parameters by hand: 456 + 2,416 for the convolutions, (n + 1) m for each dense layer. */
  @ParameterizedTest
  @CsvSource({
    "1, 62006, 2, 5",
    "2, 62006, 2, 5",
    "3, 108732, 2, 5",
    "4, 108732, 25, 3",
    "5, 108732, 47, 3"
  })
  void theArticlesModels(int model, long parameters, int epochs, int seeds) {
    Problems problems = new Problems();
    Path file = Path.of("experiments/cifar10/model-" + model + ".yaml");
    ExperimentFile read = new ExperimentReader(problems).read(file).get(0);
    assertEquals(List.of(), problems.sorted());
    assertEquals("cifar10", read.folder());
    assertEquals("model-" + model, read.name());
    assertEquals(model == 1 ? null : "model-" + (model - 1), read.parent());
    assertEquals(parameters, read.experiment().network().parameters());
    assertEquals(epochs, read.experiment().timetable().epochs());
    assertEquals(seeds, read.trials().size());
    assertEquals(model > 1, !read.experiment().augmentation().test().isEmpty());
    assertTrue(read.experiment().reference() != null);
  }

  @ParameterizedTest
  @CsvSource({
    "x.yml, the name of an experiment's file ends in .yaml",
    "with space.yaml, `with space` cannot be a name",
    "_x.yaml, a name with `_` in front is that of a base",
    "..yaml, `.` cannot be a name",
    "not here/x.yaml, `not here` cannot be the name of a folder"
  })
  void aNameThatWouldNotDoForResults(String name, String told) {
    Read read = new Read(folder);
    read.write(name, GOOD);
    assertTrue(read.mistakes(name).contains(told), read.mistakes(name));
  }

  @Test
  void bytesThatAreNotUtf8HaveAPlace() {
    Read read = new Read(folder);
    read.write("x.yaml", new byte[] {'a', ':', '\n', 'b', (byte) 0xE9, '\n'});
    assertTrue(read.mistakes("x.yaml").startsWith("2:2: not UTF-8 text"), read.mistakes("x.yaml"));
  }

  @Test
  void whatAnotherPartOfTheProgramWroteIsReadOrAFault() {
    assertEquals(read(GOOD), ExperimentReader.parse(GOOD));
    assertThrows(IllegalArgumentException.class, () -> ExperimentReader.parse("dataset: 1"));
    assertEquals(new Cifar10(), ExperimentReader.dataset("cifar10"));
    assertThrows(IllegalArgumentException.class, () -> ExperimentReader.dataset("imagenet"));
  }
}
