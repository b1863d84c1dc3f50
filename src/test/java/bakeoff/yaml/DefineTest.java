package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.SpecChanges;
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

/** {@code define} and {@code $name}. */
class DefineTest {

  /** Lines 1 to 17. */
  private static final String DEFINING =
      """
      define:
        width: 6
        wide: $width
        norm: []
        head: [{dense: {units: 120, activation: relu}}]
        rate: 1e-3
      dataset: cifar10
      model:
        layers:
          - {conv2d: {filters: $wide, kernel_size: 5}}
          - $norm
          - flatten
          - $head
          - dense: classes
      training:
        {batch_size: 4, optimizer: {sgd: {momentum: 0.9}}, phases: [{epochs: 2, learning_rate: $rate}]}
      """;

  private static final String BY_HAND =
      """
      dataset: cifar10
      model:
        layers:
          - {conv2d: {filters: 6, kernel_size: 5}}
          - flatten
          - {dense: {units: 120, activation: relu}}
          - dense: classes
      training:
        {batch_size: 4, optimizer: {sgd: {momentum: 0.9}}, phases: [{epochs: 2, learning_rate: 0.001}]}
      """;

  @TempDir private Path folder = Path.of("");
  private Read read = new Read(folder);

  @BeforeEach
  void writeBase() {
    read = new Read(folder);
    read.write("base.yaml", DEFINING);
  }

  private Experiment of(String yaml) {
    read.write("x.yaml", yaml);
    return read.experiment("x.yaml").experiment();
  }

  private static List<String> changes(Experiment from, Experiment to) {
    return SpecChanges.between(ContentKey.resolved(from), ContentKey.resolved(to));
  }

  @Test
  void standsForWhatItHolds() throws IOException {
    assertEquals(ExperimentReader.parse(BY_HAND), of(DEFINING));
    assertEquals(List.of(), Schemas.mistakes(DEFINING));
    assertEquals(ContentKey.of(ExperimentReader.parse(BY_HAND), 1), ContentKey.of(of(DEFINING), 1));
  }

  /** The whole file, and what the report says of it. */
  @Test
  void normalizationAddedIsAFileOfThreeLines() throws IOException {
    String file =
        """
        extends: base.yaml
        description: Batch norm added.
        define: {norm: [batch_norm, activation: relu]}
        """;
    assertEquals(
        List.of("+ batch_norm after conv2d 6", "+ activation relu after batch_norm"),
        changes(ExperimentReader.parse(BY_HAND), of(file)));
    assertEquals("base", read.experiment("x.yaml").parent());
    assertEquals(List.of(), Schemas.mistakes(file));
  }

  @Test
  void twiceAsWideIsAFileOfThreeLines() {
    assertEquals(
        List.of("conv2d 6 -> conv2d 12"),
        changes(
            ExperimentReader.parse(BY_HAND),
            of("extends: base.yaml\ndescription: Twice as wide.\ndefine: {width: 12}\n")));
  }

  @Test
  void childrenOfChildrenOverrideNameByName() {
    read.write("wide.yaml", "extends: base.yaml\ndefine: {width: 12, rate: 0.1}\n");
    Experiment deep = of("extends: wide.yaml\ndefine: {rate: 1/4, wide: 7}\n");
    assertEquals(
        List.of("conv2d 6 -> conv2d 7", "training.phases.0.learning_rate: 0.001 -> 0.25"),
        changes(ExperimentReader.parse(BY_HAND), deep));
    // What is inherited need not be used, and null restores a default.
    assertEquals(
        0,
        of("extends: base.yaml\ndefine: {p: null}\nmodel: {layers: [flatten, dense: {units: classes,"
                + " use_bias: $p}]}\n")
            .network()
            .statistics());
  }

  @Test
  void twoDollarSignsAreOne() throws IOException {
    String file =
        DEFINING + "description: $$width dollars\nreference: {test_accuracy: 0.5, source: $$}\n";
    Experiment read = of(file);
    assertEquals("$width dollars", read.description());
    assertEquals("$", java.util.Objects.requireNonNull(read.reference()).source());
    assertEquals("5 $width", of(DEFINING + "description: 5 $width\n").description());
    assertEquals("$5 off", of(DEFINING + "description: $5 off\n").description());
    // And back again.
    assertEquals(read, of(ResolvedText.of(read)));
    assertEquals(List.of(), Schemas.mistakes(ResolvedText.of(read)));
  }

  @Test
  void theResolvedFileHasNoNames() {
    Experiment read = of(DEFINING);
    String text = ResolvedText.of(read);
    assertTrue(!text.contains("$") && !text.contains("define"), text);
    assertEquals(ContentKey.of(read, 3), ContentKey.of(of(text), 3));
  }

  @Test
  void settingsReachThem() {
    read.write("x.yaml", DEFINING);
    Experiment set =
        read.experiment("x.yaml", "define.width=12", "model.layers.2.dense.units=60").experiment();
    assertEquals(
        List.of("conv2d 6 -> conv2d 12", "dense 120 -> dense 60"),
        changes(ExperimentReader.parse(BY_HAND), set));
  }

  @Test
  void listsInListsAreWrittenAsSuch() {
    Experiment branches =
        of(
            GOOD.replace("- max_pool2d: 2", "- parallel: {branches: [[$branch], []], combine: sum}")
                + "define: {branch: [batch_norm, {dropout: 0.1}]}\n");
    assertEquals(12, branches.network().statistics());
    assertNull(branches.description());
  }

  private static Arguments of(String yaml, String told) {
    return Arguments.of(yaml, told);
  }

  static Stream<Arguments> mistakes() {
    StringBuilder deep = new StringBuilder(GOOD + "define:\n  d0: 1\n");
    StringBuilder bomb =
        new StringBuilder(GOOD + "define:\n  b0: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 60; i++) {
      deep.append("  d" + i + ": $d" + (i - 1) + "\n");
    }
    for (int i = 1; i < 30; i++) {
      bomb.append("  b" + i + ": [" + ("$b" + (i - 1) + ", ").repeat(10) + "]\n");
    }
    return Stream.of(
        // At the value, and where it is used.
        of(
            DEFINING.replace("width: 6", "width: 6.5"),
            """
            2:10: `conv2d.filters` is `6.5`, but has to be a whole number, at least 1
            used in 3:9, and so in 10:26
            nothing is rounded here"""),
        of(
            DEFINING.replace("activation: relu", "activation: rleu"),
            "5:43: `dense.activation` is `rleu`…\nused in 13:7\ndid you mean `relu`?"),
        of(
            DEFINING.replace("units: 120", "Units: 120"),
            "5:19: unknown key `Units`; `dense` has…\nused in 13:7\ndid you mean `units`?"),
        // A layer of it that does not fit.
        of(
            DEFINING.replace("norm: []", "norm: [max_pool2d: 50]"),
            "4:10: pool_size 50x50 is larger…\nused in 11:7\nuse a smaller…\nshapes so far: 32x32x3,"
                + " conv2d 28x28x6"),
        of(
            DEFINING.replace("$wide,", "$wid,"),
            """
                2:3: nothing uses `$width`
                3:3: nothing uses `$wide`
                did you mean `wid`?
                10:26: `$wid` stands for nothing; `define` has `head`, `norm`, `rate`, `wide`, `width`
                did you mean `$wide`?"""),
        of(
            GOOD.replace("batch_size: 4", "batch_size: $batch"),
            "9:15: `$batch` stands for nothing: there is no `define`\na text that begins with…"),
        of(
            DEFINING.replace("- $norm", "- ${norm}"),
            "4:3: nothing uses `$norm`\n11:7: `${norm}` is no name\nwrite `$norm`"),
        of(
            DEFINING.replace("width: 6", "width: $wide"),
            "3:3: `$wide` is made of itself\n$wide -> $width in 3:9 -> $wide in 2:10"),
        of(GOOD + "define: {a-b: 1}\n", "13:10: `a-b` cannot be a name\nletters, digits…"),
        of(GOOD + "define: [1]\n", "13:9: `define` has to be a map\nfor example…"),
        of(
            "extends: base.yaml\ndefine: {widht: 12}\n",
            "2:10: nothing uses `$widht`\ndid you mean `width`?"),
        of(deep + "seeds: [$d59]\n", "33:3: names in names more than 40 deep"),
        of(
            bomb + "seeds: $b29\n",
            "18:23: more than 50000 values (names counted as what they are)"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWhereItStandsAndWhereItIsUsed(String yaml, String told) {
    read.write("x.yaml", yaml);
    List<String> lines = read.mistakes("x.yaml").lines().map(String::strip).toList();
    List<String> wanted = told.lines().map(String::strip).toList();
    assertEquals(wanted.size(), lines.size(), lines::toString);
    for (int i = 0; i < wanted.size(); i++) {
      String line = wanted.get(i);
      String beginning = line.endsWith("…") ? line.substring(0, line.length() - 1) : line + "\n";
      assertTrue((lines.get(i) + "\n").startsWith(beginning), lines::toString);
    }
  }
}
