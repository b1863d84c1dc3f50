package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bakeoff.augment.RandomHorizontalFlip;
import bakeoff.augment.RandomVerticalFlip;
import bakeoff.dataset.Shapes;
import bakeoff.dataset.Subset;
import bakeoff.initializer.TorchDefault;
import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Sgd;
import bakeoff.schedule.Constant;
import bakeoff.spec.Augmentations;
import bakeoff.spec.Channels;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import bakeoff.spec.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file over the one it extends. */
class ExtendsTest {

  private static final String BASE =
      GOOD
          + """
          description: the base
          reference: {test_accuracy: 0.5}
          seeds: [1, 2]
          normalize: {mean: 0.5, std: 0.25}
          augmentation: {train: [random_horizontal_flip], test: [random_vertical_flip]}
          """;

  @TempDir private Path folder = Path.of("");
  private Read read = new Read(folder);

  @BeforeEach
  void writeBase() {
    read = new Read(folder);
    read.write("base.yaml", BASE);
  }

  private Experiment over(String yaml) {
    read.write("x.yaml", "extends: base.yaml\n" + yaml);
    return read.experiment("x.yaml").experiment();
  }

  private Optimizer optimizer(String written) {
    return over("training: {optimizer: " + written + "}\n").training().optimizer();
  }

  @Test
  void takesOverAllButTheWordsAboutTheBase() {
    Experiment same = over("");
    assertNull(same.description());
    assertNull(same.reference());
    assertEquals(List.of(1, 2), same.seeds());
    assertEquals(read.experiment("base.yaml").experiment().model(), same.model());
  }

  @Test
  void mapsMerge() {
    Experiment changed = over("training: {batch_size: 32}\nnormalize: {std: 1}\ndataset: shapes\n");
    assertEquals(32, changed.training().batchSize());
    assertEquals(new Sgd(0.9, false, 0, 0), changed.training().optimizer());
    assertEquals(new Normalize(Channels.all(0.5), Channels.all(1)), changed.normalize());
    assertEquals(new Shapes(), changed.dataset());
  }

  @Test
  void whatIsShortForAMapMergesLikeIt() {
    String base =
        BASE.replace(
            "augmentation: {train: [random_horizontal_flip], test: [random_vertical_flip]}",
            "augmentation: [random_horizontal_flip]");
    read.write("base.yaml", base + "subset: 0.1\nvalidation: 0.2\n");
    Experiment changed =
        over(
            """
            subset: {seed: 1}
            validation: {seed: 2}
            augmentation: {test: [random_vertical_flip]}
            """);
    assertEquals(new Subset(0.1, List.of(), 1), changed.subset());
    assertEquals(0.2, Objects.requireNonNull(changed.validation()).fraction());
    assertEquals(2, Objects.requireNonNull(changed.validation()).seed());
    assertEquals(
        new Augmentations(
            List.of(new RandomHorizontalFlip(0.5)), List.of(new RandomVerticalFlip(0.5))),
        changed.augmentation());
    assertNull(over("subset: null\n").subset());
  }

  @Test
  void listsReplace() {
    Experiment changed =
        over("training: {phases: [{epochs: 1, learning_rate: 0.1}]}\nseeds: [7]\n");
    assertEquals(List.of(Phase.of(1, new Constant(0.1))), changed.training().phases());
    assertEquals(List.of(7), changed.seeds());
    assertEquals(
        Augmentations.training(List.of(new RandomVerticalFlip(0.5))),
        over("augmentation: [random_vertical_flip]\n").augmentation());
    assertEquals(
        new Augmentations(List.of(new RandomHorizontalFlip(0.5)), List.of()),
        over("augmentation: {test: []}\n").augmentation());
  }

  @Test
  void theSameKindMergesAndAnotherReplaces() {
    assertEquals(new Sgd(0.9, true, 0, 0), optimizer("{sgd: {nesterov: true}}"));
    assertEquals(new Adam(0.9, 0.999, 1e-8, 0), optimizer("{adam: {}}"));
    assertEquals(new Adam(0.5, 0.999, 1e-8, 0), optimizer("{adam: {beta1: 0.5}}"));
    assertEquals(new Sgd(0, false, 0, 0), optimizer("sgd"));
  }

  @Test
  void nullRestoresTheDefault() {
    assertNull(over("normalize: null\n").normalize());
    assertEquals(List.of(1), over("seeds:\n").seeds());
    assertEquals(new Sgd(0, false, 0, 0), optimizer("{sgd: {momentum: null}}"));
    assertEquals(new Augmentations(List.of(), List.of()), over("augmentation: ~\n").augmentation());
    assertEquals(new TorchDefault(), over("model: {initializer: null}\n").model().initializer());
  }

  @Test
  void levelsAndBasesAreLookedThrough() {
    read.write("_wide.yaml", "extends: base.yaml\ntraining: {batch_size: 8}\n");
    read.write("x.yaml", "extends: _wide.yaml\nseeds: [3]\n");
    assertEquals("base", read.experiment("x.yaml").parent());
    assertEquals(8, read.experiment("x.yaml").experiment().training().batchSize());
    read.write("y.yaml", "extends: x.yaml\n");
    assertEquals("x", read.experiment("y.yaml").parent());
    assertEquals(List.of(3), read.experiment("y.yaml").experiment().seeds());
  }

  @Test
  void aFileOfTheFolderBesideIsNoParent() {
    Path first = folder.resolve("first");
    new Read(first).write("a.yaml", GOOD);
    Read second = new Read(folder.resolve("second"));
    second.write("b.yaml", "extends: ../first/a.yaml\n");
    assertNull(second.experiment("b.yaml").parent());
    assertEquals(
        new Read(first).experiment("a.yaml").experiment(),
        second.experiment("b.yaml").experiment());
  }
}
