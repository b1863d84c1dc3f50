package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.Shapes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that train nothing print, and their exit codes. */
class CommandsTest {

  private static final Path MODELS = Path.of("experiments/cifar10");
  private static final String TINY =
      """
      dataset: shapes
      model: {layers: [flatten, dense: classes]}
      training:
        batch_size: 10
        optimizer: sgd
        phases: [{epochs: 2, learning_rate: 0.1}]
      seeds: [1, 2]
      """;

  @TempDir private Path temp = Path.of("");

  private Path write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      return all.filter(Files::isRegularFile)
          .map(f -> temp.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  /**
   * Shapes and parameters as PyTorch's for the same net; FLOPs by hand: 2·28·28·6·5·5·3 = 705,600.
   */
  @Test
  void showExplainsEachLayer() {
    Call call = Call.of("show", MODELS.resolve("model-1.yaml"), "--runs", temp);
    assertEquals(0, call.status());
    assertEquals("", call.err());
    assertEquals(
        """
        Two convolutions and three dense layers, as in PyTorch's CIFAR-10 tutorial.

        layer       output    arithmetic                        parameters      FLOPs
        input       32x32x3
        conv2d      28x28x6   floor((32 + 2·0 - 5)/1) + 1 = 28         456    705,600
        max_pool2d  14x14x6   floor((28 + 2·0 - 2)/2) + 1 = 14           -          -
        conv2d      10x10x16  floor((14 + 2·0 - 5)/1) + 1 = 10       2,416    480,000
        max_pool2d  5x5x16    floor((10 + 2·0 - 2)/2) + 1 = 5            -          -
        flatten     400       5·5·16 = 400                               -          -
        dense       120       400 -> 120                            48,120     96,000
        dense       84        120 -> 84                             10,164     20,160
        dense       10        84 -> 10                                 850      1,680
        total                                                       62,006  1,303,440

        training: 2 epochs of 50,000 images, batches of 4, 391 GFLOP, 1 thread
        """,
        call.out().replaceFirst("time: about .* a trial on this machine; 5 seeds\n$", ""));
  }

  @Test
  void showResolvedIsAFileThatChecks() throws IOException {
    Call resolved = Call.of("show", "--resolved", MODELS.resolve("model-2.yaml"));
    write("cifar10/model-1.yaml", TINY); // which a claim names
    Path file = write("cifar10/model-2.yaml", resolved.out());
    assertEquals(0, Call.of("check", file, "--runs", temp).status());
    assertEquals(resolved.out(), Call.of("show", "--resolved", file).out());
  }

  @Test
  void showDrawsAugmentedImages() throws IOException {
    Path file = write("one.yaml", TINY + "augmentation: [random_rotation: 90]\n");
    Path sheet = temp.resolve("sheet.png");
    Call call = Call.of("show", file, "--images", sheet).within(temp);
    assertEquals("", call.err());
    assertEquals(
        "sheet.png: the first 8 training images; each as it is, then in epochs 1 to 9 of seed 1\n",
        call.out());
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    // Ten tiles of 3 x 32 pixels and a gap of 4; one more before them and one after the first.
    assertEquals(10 * 100 + 8, drawn.getWidth());
    assertEquals(8 * 100 + 4, drawn.getHeight());
    float[] first = new float[32 * 32 * 3];
    new Shapes().open(temp).train().read(0, first);
    for (int c = 0; c < 3; c++) {
      int corner = drawn.getRGB(4 + 2, 4 + 2) >> (16 - 8 * c) & 0xFF;
      assertEquals(Math.round(255 * first[c]), corner);
    }
    assertNotEquals(drawn.getRGB(4, 4), drawn.getRGB(108, 4));
    assertArrayEquals(Files.readAllBytes(sheet), again(file));
  }

  private byte[] again(Path file) throws IOException {
    Path other = temp.resolve("other.png");
    assertEquals(0, Call.of("show", file, "--images", other).status());
    return Files.readAllBytes(other);
  }

  @Test
  void showSaysWhatImagesNeed() throws IOException {
    Path file = MODELS.resolve("model-1.yaml");
    Call call = Call.of("show", file, "--images", temp.resolve("x.png"), "--data", temp);
    assertEquals(2, call.status());
    assertTrue(call.err().contains("cifar-10-batches-bin is missing"), call.err());
    Call jpeg = Call.of("show", file, "--images", "x.jpeg", "--data", temp);
    assertEquals(2, jpeg.status());
    assertTrue(jpeg.err().contains("has to be a .png file"), jpeg.err());
    assertEquals(List.of(), files());
  }

  @Test
  void showTakesOneGoodFile() throws IOException {
    Path bad = write("x/bad.yaml", TINY.replace("flatten, ", ""));
    Call call = Call.of("show", bad).within(temp);
    assertEquals(2, call.status());
    assertEquals("", call.out());
    assertEquals(
        """
        x/bad.yaml:2:18: dense takes a row of numbers, but its input is 32x32x3
            put `flatten` before it, which makes 3072 numbers of 32x32x3
            shapes so far: 32x32x3
        1 mistake
        """,
        call.err());
    assertEquals(2, Call.of("show", temp.resolve("x")).status());
    assertEquals(2, Call.of("show", temp.resolve("no.yaml")).status());
  }

  @Test
  void checkTellsEveryMistakeOfEveryFile() throws IOException {
    write("x/a.yaml", TINY.replace("10", "0").replace("epochs: 2", "epochs: -1"));
    write("x/b.yaml", "extends: a.yaml\nseeds: [1, 1]\n");
    write("x/c.yaml", TINY);
    write("x/d.yaml", "\t");
    Call call = Call.of("check", temp.resolve("x"), temp.resolve("y")).within(temp);
    assertEquals(2, call.status());
    assertEquals("", call.err());
    assertEquals(
        """
        x/a.yaml:4:15: `training.batch_size` is `0`, but has to be a whole number, 1 to 65,536
        x/a.yaml:6:21: `training.phases.0.epochs` is `-1`, but has to be a number, above 0 and at most 1,000,000
        x/b.yaml:2:12: `seeds` has 1 twice
            it would be the same trial
        x/d.yaml:1:1: a tab
            indent with spaces; YAML refuses tabs
        y: no such file or folder
        5 mistakes
        """,
        call.out());
    assertEquals(List.of("x/a.yaml", "x/b.yaml", "x/c.yaml", "x/d.yaml"), files());
  }

  @Test
  void checkSaysWhatIsStored() throws IOException {
    Path file = write("x/a.yaml", TINY);
    Call call = Call.of("check", file, "--runs", temp).within(temp);
    assertEquals(0, call.status());
    assertTrue(call.out().matches("x/a.yaml: 2 not run; a trial takes about \\d+ s\n"), call.out());
    assertEquals(1, Call.of("check", file, "--results=" + temp, "--runs", temp).status());
  }

  @Test
  void checkOfTheArticlesModelsFindsNothing() {
    Call call = Call.of("check", MODELS, "--runs", temp);
    assertEquals(0, call.status(), call.out());
    assertEquals(8, call.out().lines().count());
  }

  @Test
  void aDryRunSaysWhatWouldTrainAndWritesNothing() throws IOException {
    Path file = write("x/a.yaml", TINY);
    write("x/b.yaml", "extends: a.yaml\nseeds: [5]\n");
    Path results = temp.resolve("results");
    Call call =
        Call.of("run", file.resolveSibling(""), "--dry-run", "--results", results, "--runs", temp);
    assertEquals(0, call.status(), call.err());
    assertEquals(
        List.of("x/a/1", "x/a/2", "x/b/5", "3 to run, 0 up to date"),
        call.out().lines().map(line -> line.replaceFirst(": about \\d+ s$", "")).toList());
    Call only =
        Call.of(
            "run",
            file.resolveSibling(""),
            "--dry-run",
            "--only",
            "b*",
            "--seeds",
            "7,8",
            "--set",
            "training.batch_size=20",
            "--results",
            results,
            "--runs",
            temp);
    assertTrue(only.out().endsWith("2 to run, 0 up to date\n"), only.out() + only.err());
    assertEquals(List.of("x/a.yaml", "x/b.yaml"), files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only zzz|--only zzz: no experiment has such a name",
        "--only [|--only [: not a pattern of names",
        "--jobs 0|--jobs 0: has to be at least 1",
        "--jobs x|Invalid value for option '--jobs'",
        "--timeout 3x|--timeout 3x: has to be a time like 90s, 45m or 2h",
        "--shard 0/3|--shard 0/3: there is no such shard",
        "--shard 4/3|--shard 4/3: there is no such shard",
        "--shard x|--shard x: has to be I/N",
        "--verify|--verify trains one trial again, aside, and does nothing else",
        "--set define.head.0=3 --results target/try|--set define.head.0=3: a name gets a whole value",
        "--set matrix.width=[8] --results target/try|--set matrix.width=[8]: `matrix` is of files",
        "--device tpu|Invalid value for option '--device'",
        "--seeds 1|--set and --seeds make other experiments than the files say",
        "--set seeds=[1]|--set and --seeds make other experiments than the files say",
        "--set seeds=[1] --results results|--set and --seeds make other experiments",
        "--set seeds --results target/try|--set seeds: has to be KEY=VALUE",
        "--frob|Unknown option: '--frob'"
      })
  void aRunThatMakesNoSenseIsRefusedInAFewWords(String options, String told) throws IOException {
    Path file = write("x/a.yaml", TINY);
    Object[] words = ("run " + file + " --dry-run --runs " + temp + " " + options).split(" ");
    Call call = Call.of(words);
    assertEquals(2, call.status(), call.out());
    assertEquals("", call.out());
    assertTrue(call.err().startsWith("bakeoff: " + told), call.err());
    assertTrue(call.err().lines().count() <= 2, call.err());
    assertEquals(List.of("x/a.yaml"), files());
  }

  /** However it is written. */
  @Test
  void whatIsTriedNeverGoesToTheResults() throws IOException {
    Path usual = Path.of("results").toAbsolutePath();
    for (Path results : List.of(usual, Path.of("src/../results"))) {
      Call call =
          Call.of(
              "run", write("x/a.yaml", TINY), "--dry-run", "--seeds", "1", "--results", results);
      assertEquals(2, call.status(), call.out());
      assertTrue(call.err().contains("make other experiments than the files say"), call.err());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff --min-drop 0.01",
        "export conv --even-if-different",
        "show experiments/cifar10/model-1.yaml --resolved --images x.png",
        "report results/quickstart --experiments nowhere"
      })
  void whatWouldBeIgnoredIsRefused(String words) {
    Call call = Call.of((Object[]) words.split(" "));
    assertEquals(2, call.status(), call.out());
    assertTrue(call.err().startsWith("bakeoff: "), call.err());
    assertEquals("", call.out());
  }

  @Test
  void aFolderWrittenInTwoWaysIsReadOnce() throws IOException {
    Path folder = write("x/a.yaml", TINY).resolveSibling("");
    String once = Call.of("check", folder, "--results", temp).out();
    assertTrue(once.contains("a.yaml: 2 not run"), once);
    assertEquals(once, Call.of("check", folder, folder.resolve("../x"), "--results", temp).out());
  }

  @Test
  void twoFoldersOfOneNameWouldMixTheirResults() throws IOException {
    write("one/x/a.yaml", TINY);
    write("two/x/b.yaml", TINY);
    Call call = Call.of("check", temp.resolve("one/x"), temp.resolve("two/x"));
    assertEquals(2, call.status());
    assertTrue(call.out().contains("a second folder with the name `x`"), call.out());
  }

  @Test
  void helpIsEverywhereAndOnStandardOutput() {
    Call all = Call.of("--help");
    assertEquals(0, all.status());
    assertEquals("", all.err());
    for (String command :
        List.of("init", "check", "show", "run", "report", "diff", "submit", "data", "doctor")) {
      assertTrue(all.out().contains("\n  " + command + " "), all.out());
      Call one = Call.of(command, "--help");
      assertEquals(0, one.status());
      assertTrue(one.out().contains("Usage: bakeoff " + command), one.out());
    }
    assertTrue(all.out().lines().allMatch(line -> line.length() <= 80), all.out());
  }

  @Test
  void withoutACommandThereIsTheHelpOnStandardError() {
    Call call = Call.of();
    assertEquals(2, call.status());
    assertEquals("", call.out());
    assertEquals(Call.of("--help").out(), call.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chek", "chekc"})
  void aCommandMisspelt(String word) {
    Call call = Call.of(word);
    assertEquals(2, call.status());
    assertEquals(
        "bakeoff: Unmatched argument at index 0: '" + word + "'\n    did you mean `check`?\n",
        call.err());
  }

  @Test
  void dataVerifyLooksAtWhatIsThere() {
    Call call = Call.of("data", "verify", "--data", temp);
    assertEquals(0, call.status(), call.err());
    assertTrue(call.out().contains("cifar10: not here\n"), call.out());
    assertTrue(call.out().contains("shapes: whole\n"), call.out());
    assertEquals(2, Call.of("data", "verify", "cifar10", "--data", temp).status());
  }

  @Test
  void dataListNeedsNoData() {
    Call call = Call.of("data", "list", "--data", temp);
    assertEquals(0, call.status());
    assertTrue(
        call.out()
            .startsWith("cifar10: 50,000 training and 10,000 test images, 32x32x3, 10 classes\n"),
        call.out());
    assertTrue(call.out().contains("\nshapes: "), call.out());
    assertEquals(2, Call.of("data", "list", "imagenet").status());
    assertEquals(2, Call.of("data").status());
    assertFalse(Call.of("data", "lst").err().isEmpty());
  }

  @Test
  void imagesWithoutTheDataAreTheUsersToMend() throws IOException {
    Path results = temp.resolve("results/cifar10");
    Files.createDirectories(results.resolve("model-1"));
    Files.copy(Path.of("results/cifar10/model-1/1.json"), results.resolve("model-1/1.json"));
    Call call =
        Call.of("report", results, "--images", "--experiments", "experiments", "--data", temp);
    assertEquals(2, call.status(), call.err());
    assertTrue(call.err().contains("cifar-10-batches-bin is missing"), call.err());
  }

  @Test
  void imagesAreNotChecked() {
    Call call = Call.of("report", "results/cifar10", "--images", "--check");
    assertEquals(2, call.status());
    assertTrue(call.err().contains("leave out one of them"), call.err());
  }
}
