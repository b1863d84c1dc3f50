package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.augment.Mixup;
import bakeoff.dataset.Shapes;
import bakeoff.dataset.Subset;
import bakeoff.optimizer.Adam;
import bakeoff.optimizer.Sgd;
import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import bakeoff.spec.Channels;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --set}. */
class SettingTest {

  @TempDir private Path folder = Path.of("");

  private Experiment set(String... settings) {
    Read read = new Read(folder);
    read.write("x.yaml", GOOD);
    return read.experiment("x.yaml", settings).experiment();
  }

  @Test
  void putsAValueOverTheFiles() {
    Experiment changed =
        set("training.phases.0.epochs=7", "dataset=shapes", "training.optimizer.sgd.nesterov=true");
    assertEquals(7, changed.timetable().epochs());
    assertEquals(new Shapes(), changed.dataset());
    assertEquals(new Sgd(0.9, true, 0, 0), changed.training().optimizer());
    assertEquals(List.of(3, 4), set("seeds=[3, 4]").seeds());
    assertEquals("a=b", set("description=a=b").description());
    assertEquals(
        new Normalize(Channels.all(0.5), Channels.all(2)),
        set("normalize.mean=0.5", "normalize.std=2").normalize());
    assertEquals(List.of(1), set("seeds=[5]", "seeds=null").seeds());
  }

  @Test
  void aNameStandsForWhatItDoesInTheFile() {
    Read read = new Read(folder);
    Path file = read.write("x.yaml", "define: {few: 2}\n" + Read.with("epochs: 2", "epochs: $few"));
    Experiment changed =
        read.experiment("x.yaml", "training.batch_size=$few", "define.few=5", "description=$$few")
            .experiment();
    assertEquals(5, changed.training().batchSize());
    assertEquals("$few", changed.description());
    Problems problems = new Problems();
    List<Setting> wrong = List.of(Setting.parse("training.batch_size=$fwe"));
    new ExperimentReader(problems, wrong, any -> true).read(file);
    assertEquals(
        "[--set training.batch_size=$fwe: `$fwe` stands for nothing; `define` has `few`\n"
            + "    did you mean `$few`?]",
        problems.sorted().toString());
  }

  @Test
  void whatIsShortForAMapKeepsItsValue() {
    assertEquals(new Subset(0.1, List.of(), 1), set("subset=0.1", "subset.seed=1").subset());
    Experiment changed =
        set(
            "augmentation=[{mixup: 0.2}]",
            "augmentation.test=[random_horizontal_flip]",
            "augmentation.train.0.mixup.p=0.25");
    assertEquals(List.of(new Mixup(0.2, 0.25)), changed.augmentation().train());
    assertEquals(1, changed.augmentation().test().size());
    assertEquals(
        List.of(new Mixup(0.2, 0.25)),
        set("augmentation=[{mixup: 0.2}]", "augmentation.0.mixup.p=0.25").augmentation().train());
  }

  @Test
  void anotherKindIsNotPutInPlaceOfAWord() {
    Read read = new Read(folder);
    String adam = Read.with("{sgd: {momentum: 0.9}}", "adam");
    Problems problems = new Problems();
    Setting setting = Setting.parse("training.optimizer.sgd.momentum=0.5");
    new ExperimentReader(problems, List.of(setting), any -> true).read(read.write("x.yaml", adam));
    assertTrue(
        problems.sorted().toString().contains("`training.optimizer` has to be one optimizer"),
        problems.sorted()::toString);
    read.write("y.yaml", Read.with("{sgd: {momentum: 0.9}}", "adam"));
    assertEquals(
        new Adam(0.8, 0.999, 1e-8, 0),
        read.experiment("y.yaml", "training.optimizer.adam.beta1=0.8")
            .experiment()
            .training()
            .optimizer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seeds", "=3", ".a=3", "a.=3"})
  void hasToBeAKeyAndAValue(String text) {
    assertThrows(UserError.class, () -> Setting.parse(text));
  }

  /** Told once, however many files it is wrong for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.phases.0.epochs=x|--set training.phases.0.epochs=x: `training.phases.0.epochs` is `x`, but",
        "training.batch=3|--set training.batch=3: unknown key `batch`; `training` has",
        "nope=3|--set nope=3: unknown key `nope`; an experiment has",
        "seeds=[|--set seeds=[: the end, where a value should be",
        "dataset=|--set dataset=: `dataset` has no value, and no default",
        "model.layers.0.filters=8|--set model.layers.0.filters=8: `model.layers.0` has to be one layer"
      })
  void isWrongWhereItIsWritten(String setting, String told) {
    Read read = new Read(folder);
    Problems problems = new Problems();
    var reader = new ExperimentReader(problems, List.of(Setting.parse(setting)), any -> true);
    reader.read(read.write("x.yaml", GOOD));
    reader.read(read.write("y.yaml", GOOD));
    assertEquals(1, problems.count(), problems.sorted()::toString);
    String first = problems.sorted().get(0).toString();
    assertEquals(told, first.substring(0, Math.min(told.length(), first.length())));
  }

  @Test
  void aMemberThatIsNotThereIsToldOfEachFileThatItIsFor() {
    Read read = new Read(folder);
    Problems problems = new Problems();
    Setting setting = Setting.parse("training.phases.1.epochs=1");
    var reader = new ExperimentReader(problems, List.of(setting), name -> !name.equals("z"));
    List.of("x.yaml", "y.yaml", "z.yaml").forEach(name -> reader.read(read.write(name, GOOD)));
    String told =
        problems.sorted().stream()
            .map(Problem::toString)
            .map(text -> text.replace(folder + "/", ""))
            .collect(Collectors.joining("\n"));
    String end =
        ": `training.phases` is a list of 1, and has no member `1`\n    members count from 0";
    assertEquals(
        "--set training.phases.1.epochs=1 in x.yaml"
            + end
            + "\n--set training.phases.1.epochs=1 in y.yaml"
            + end,
        told);
  }
}
