package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.Problems;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code matrix}. */
class MatrixTest {

  /** Lines 1 to 14. */
  private static final String WIDTH =
      GOOD.replace("filters: 6", "filters: $width") + "define: {width: 6, head: []}\n";

  private static final String FULL = WIDTH.replace("- flatten", "- flatten\n    - $head");

  @TempDir private Path folder = Path.of("");
  private Read read = new Read(folder);

  @BeforeEach
  void start() {
    read = new Read(folder);
  }

  private List<ExperimentFile> of(String yaml) {
    read.write("x.yaml", yaml);
    return read.experiments("x.yaml");
  }

  private List<String> names(String yaml) {
    return of(yaml).stream().map(ExperimentFile::name).toList();
  }

  @Test
  void isAGridWhoseLastKeyChangesFastest() {
    assertEquals(
        List.of(
            "x@width=6,batch_size=4",
            "x@width=6,batch_size=32",
            "x@width=12,batch_size=4",
            "x@width=12,batch_size=32"),
        names(FULL + "matrix: {width: [6, 12], training.batch_size: [4, 32]}\n"));
  }

  @Test
  void aMemberIsTheExperimentThatOneWouldWrite() throws IOException {
    String grid =
        FULL
            + """
            matrix:
              width: [6, 1_2]
              head: {none: [], small: [dense: 84]}
              training.phases.0.learning_rate: [1e-3, 1/4]
            """;
    List<ExperimentFile> members = of(grid);
    assertEquals(8, members.size());
    assertEquals("x@width=12,head=small,learning_rate=0.25", members.get(7).name());
    assertEquals(
        folder.resolve("x@width=12,head=small,learning_rate=0.25"), members.get(7).shown());
    Experiment written =
        ExperimentReader.parse(
            GOOD.replace("filters: 6", "filters: 12")
                .replace("- flatten", "- flatten\n    - dense: 84")
                .replace("0.001", "0.25"));
    assertEquals(written, members.get(7).experiment());
    assertEquals(ContentKey.of(written, 1), ContentKey.of(members.get(7).experiment(), 1));
    assertEquals(ExperimentReader.parse(GOOD), members.get(0).experiment());
    assertEquals(List.of(), Schemas.mistakes(grid));
    // Printed, it is a file without a grid.
    String resolved = ResolvedText.of(members.get(7).experiment());
    assertFalse(resolved.contains("matrix") || resolved.contains("define"), resolved);
    read.write("resolved.yaml", resolved);
    assertEquals(written, read.experiment("resolved.yaml").experiment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{width: 12, batch_size: 4}, {width: 6, batch_size: [32, 64]}]",
        "[{width: 12, training.batch_size: 4.0}, {width: [6], batch_size: 64}, {width: 6, batch_size: 32}]"
      })
  void withoutThoseThatAreExcluded(String exclude) {
    assertEquals(
        List.of("x@width=6,batch_size=4", "x@width=12,batch_size=32", "x@width=12,batch_size=64"),
        names(
            FULL
                + "matrix:\n  width: [6, 12]\n  training.batch_size: [4, 32, 64]\n  exclude: "
                + exclude
                + "\n"));
  }

  @Test
  void aLabelLikeANumberIsExcludedAsItIsWritten() {
    assertEquals(
        List.of("x@phases=0.10"),
        names(
            GOOD
                + "matrix:\n"
                + "  training.phases:\n"
                + "    1e-3: [{epochs: 2, learning_rate: 0.001}]\n"
                + "    0.10: [{epochs: 2, learning_rate: 0.1}]\n"
                + "  exclude: [{phases: 1e-3}]\n"));
  }

  @Test
  void valuesArePrintedInOneWay() {
    assertEquals(
        List.of("x@width=6", "x@width=50000", "x@width=7"),
        names(FULL + "matrix: {width: [6.0, 50_000, 7e0]}\n"));
    assertEquals(
        List.of("x@activation=relu", "x@activation=null", "x@activation=gelu_tanh"),
        names(GOOD + "matrix: {model.layers.0.conv2d.activation: [relu, null, gelu_tanh]}\n"));
    assertEquals(
        List.of("x@use_bias=true", "x@use_bias=false"),
        names(GOOD + "matrix: {model.layers.0.conv2d.use_bias: [true, false]}\n"));
    assertEquals(
        List.of("x@dataset=cifar10", "x@dataset=shapes"),
        names(GOOD + "matrix: {dataset: [cifar10, shapes]}\n"));
  }

  /** The last step tells no more which it is. */
  @Test
  void keysThatEndAlikeAreWrittenInFull() {
    assertEquals(
        List.of("x@model.layers.0.conv2d.use_bias=true,model.layers.3.dense.use_bias=false"),
        names(
            GOOD.replace("dense: classes", "dense: {units: classes}")
                + "matrix: {model.layers.0.conv2d.use_bias: [true], model.layers.3.dense.use_bias: [false]}\n"));
  }

  /** A comparison a member, never one a pair. */
  @Test
  void membersAreComparedWithWhatTheFileExtendsElseWithTheFirst() {
    List<ExperimentFile> alone = of(FULL + "matrix: {width: [6, 12, 24]}\n");
    assertNull(alone.get(0).parent());
    assertEquals("x@width=6", alone.get(1).parent());
    assertEquals("x@width=6", alone.get(2).parent());
    read.write("base.yaml", FULL);
    List<ExperimentFile> extending = of("extends: base.yaml\nmatrix: {width: [12, 24]}\n");
    assertEquals("base", extending.get(0).parent());
    assertEquals("base", extending.get(1).parent());
  }

  /** What extends a grid takes over the file without it. */
  @Test
  void isNeverInherited() {
    read.write("grid.yaml", FULL + "matrix: {width: [12, 24]}\n");
    read.write("child.yaml", "extends: grid.yaml\nseeds: [7]\n");
    ExperimentFile child = read.experiment("child.yaml");
    assertEquals("child", child.name());
    assertNull(child.parent());
    assertEquals(ExperimentReader.parse(GOOD + "seeds: [7]\n"), child.experiment());
    assertEquals(2, of("extends: grid.yaml\nmatrix: {training.batch_size: [1, 2]}\n").size());
  }

  @Test
  void settingsAreForEachMember() {
    read.write("x.yaml", FULL + "matrix: {width: [6, 12]}\n");
    List<ExperimentFile> set = read.experiments("x.yaml", "seeds=[5]", "training.batch_size=9");
    assertEquals(List.of(5), set.get(1).experiment().seeds());
    assertEquals(9, set.get(1).experiment().training().batchSize());
    Problems problems = new Problems();
    List<Setting> other = List.of(Setting.parse("define.width=7"));
    new ExperimentReader(problems, other, any -> true).read(folder.resolve("x.yaml"));
    assertEquals(1, problems.count(), problems.sorted()::toString);
    assertEquals("`matrix` ranges over it", problems.sorted().get(0).message());
    read.write("x.yaml", GOOD + "matrix: {training.optimizer.sgd.momentum: [0, 0.9]}\n");
    problems = new Problems();
    other = List.of(Setting.parse("training.optimizer=adam"));
    new ExperimentReader(problems, other, any -> true).read(folder.resolve("x.yaml"));
    assertEquals(
        "`matrix` ranges over `training.optimizer.sgd.momentum`",
        problems.sorted().get(0).message());
  }

  private static Arguments of(String matrix, String told) {
    return Arguments.of(matrix, told);
  }

  static Stream<Arguments> mistakes() {
    String many = "[" + numbers(40) + "]";
    return Stream.of(
        of("3", "15:1: `matrix` has to be a map of lists of values\nfor example…"),
        of("{}", "15:1: `matrix` has to be a map of lists of values\nfor example…"),
        of("{width: 3}", "15:17: `matrix.width` has to be a list of values…\nfor example…"),
        of("{width: []}", "15:17: `matrix.width` has to be a list of values…\nfor example…"),
        of(
            "{widht: [3]}",
            "15:10: `widht` is neither in `define`, nor a key\ndid you mean `width`?"),
        of(
            "{batch_size: [3]}",
            "15:10: `batch_size` is neither in `define`, nor a key\na key is written in full…"),
        of(
            "{training.batchsize: [3]}",
            "15:10: unknown key `batchsize`; `training` has…\ndid you mean `batch_size`?"),
        of(
            "{training.phases.2.epochs: [3]}",
            "15:10: `training.phases` is a list of 1, and has no member `2`\nmembers count from 0"),
        of("{width: [6, 6.0]}", "15:21: `6` is there twice\nit would be the same experiment"),
        of(
            "{dataset: {A: shapes, a: cifar10}}",
            "15:31: `a` is there twice\nit would be the same experiment"),
        of("{head: {a/b: []}}", "15:17: `a/b` cannot be a label\nletters…"),
        of(
            "{head: [[], [dense: 84]]}",
            "15:17: this would make no name of an experiment\ngive it a label: `head: {LABEL:"
                + " …}`\n15:21: this would…\ngive it a label…"),
        of("{width: [$head]}", "15:18: this would make no name…\ngive it a label: `width: …"),
        // What is wrong with some is told of those; what is wrong with all, of the file.
        of(
            "{width: [6, x, 3.5]}",
            "15:21: `conv2d.filters` is `x`, but…\nused in 4:25\nin x@width=x\n"
                + "15:24: `conv2d.filters` is `3.5`, but…\nused in 4:25\nnothing is rounded here\nin"
                + " x@width=3.5"),
        of(
            "{width: [6, 8], training.batch_size: [0]}",
            "15:47: `training.batch_size` is `0`, but…"),
        of(
            "{width: [6], model.layers.0.conv2d.kernel_size: [5, 40, 50], training.batch_size: [1, 2]}",
            "15:22: kernel_size 40x40 is larger…\nuse…\nshapes…\nin x@width=6,kernel_size=40,batch_size=1"
                + " and 1 more of the grid\n"
                + "15:22: kernel_size 50x50 is larger…\nuse…\nshapes…\nin x@width=6,kernel_size=50,batch_size=1"
                + " and 1 more of the grid"),
        of(
            "{width: [6, 7], exclude: [{width: 8}]}",
            "15:43: `matrix.width` has no such value; it has `6`, `7`"),
        of(
            "{width: [6, 7], exclude: [{with: 6}]}",
            "15:36: `matrix` has no `with`; it has `width`\ndid you mean `width`?"),
        of(
            "{width: [6, 7], exclude: {width: 6}}",
            "15:34: `matrix.exclude` has to be a list of maps\nwrite…"),
        of("{width: [6], exclude: [{width: 6}]}", "15:1: `exclude` leaves nothing of `matrix`"),
        of(
            "{width: " + many + ", training.batch_size: " + many + "}",
            "15:1: `matrix` makes 1,600 experiments\n1,000 is the most"),
        of(
            "{head: {" + "a".repeat(120) + ": []}}",
            "15:1: `x@head=" + "a".repeat(120) + "` is a name…" + "\n100 is the most…"),
        of(
            "{training.optimizer.sgd.momentum: [0.9], model.initializer: [torch_default, null]}",
            "15:1: `x@momentum=0.9,initializer=torch_default` and `x@momentum=0.9,initializer=null`"
                + " are the same experiment\nleave one out by `exclude`"));
  }

  private static String numbers(int count) {
    StringBuilder numbers = new StringBuilder("1");
    for (int i = 2; i <= count; i++) {
      numbers.append(", ").append(i);
    }
    return numbers.toString();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWhereItStands(String matrix, String told) {
    read.write("x.yaml", FULL + "matrix: " + matrix + "\n");
    tells(told);
  }

  private void tells(String told) {
    List<String> lines = read.mistakes("x.yaml").lines().map(String::strip).toList();
    List<String> wanted = told.lines().map(String::strip).toList();
    assertEquals(wanted.size(), lines.size(), lines::toString);
    for (int i = 0; i < wanted.size(); i++) {
      String line = wanted.get(i);
      String beginning = line.endsWith("…") ? line.substring(0, line.length() - 1) : line + "\n";
      assertTrue((lines.get(i) + "\n").startsWith(beginning), lines::toString);
    }
  }

  @Test
  void aNameThatNothingUses() {
    read.write("base.yaml", FULL);
    read.write(
        "x.yaml",
        "extends: base.yaml\nmatrix: {head: {a: [], b: [batch_norm]}}\nmodel: {layers:"
            + " [conv2d: {filters: $width, kernel_size: 3}, flatten, dense: classes]}\n");
    tells("2:10: nothing uses `$head`: the experiments would all be the same");
  }

  @Test
  void aBaseHasNone() {
    read.write("_base.yaml", FULL + "matrix: {width: [3, 4]}\n");
    read.write("x.yaml", "extends: _base.yaml\n");
    tells("_base.yaml:15:1: a base has no `matrix`\nit is the file's own…");
  }

  @Test
  void aNameThatIsAKey() {
    read.write(
        "x.yaml", GOOD + "define: {seeds: 3}\ndescription: $seeds\nmatrix: {seeds: [3, 4]}\n");
    tells("15:10: `seeds` is a key, and a name of `define`\ngive the name another");
  }
}
