package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.Split;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import bakeoff.result.DataFacts;
import bakeoff.result.Npy;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.StoredTrial;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.ExperimentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page with images, over the data set that the program draws itself. */
class MistakenTest {

  private static final String NET =
      """
      dataset: shapes
      augmentation: {test: %s}
      model: {layers: [flatten, dense: %s]}
      training: {batch_size: 10, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  @TempDir private Path temp = Path.of("");

  private final List<ExperimentFile> files = new ArrayList<>();
  private final List<StoredTrial> stored = new ArrayList<>();

  /** Of the images, the leader has the first 3 wrong; the other the images 2 to 9. */
  @BeforeEach
  void predict() throws Exception {
    trained("good", "classes", 0, 3, 0.9);
    trained("other", "10", 2, 10, 0.8);
  }

  private void trained(String name, String units, int from, int to, double accuracy)
      throws Exception {
    trained(name, units, "[]", from, to, accuracy);
  }

  private void trained(String name, String units, String altered, int from, int to, double accuracy)
      throws Exception {
    Path file = Files.writeString(temp.resolve(name + ".yaml"), NET.formatted(altered, units));
    Problems problems = new Problems();
    ExperimentFile read = new ExperimentReader(problems, List.of(), n -> true).read(file).get(0);
    files.add(read);
    Experiment experiment = read.experiment();
    Split test = experiment.open(temp).test();
    int[] predicted = new int[test.count()];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = i >= from && i < to ? (test.label(i) + 1) % 10 : test.label(i);
    }
    byte[] npy = Npy.write(predicted, 10);
    Files.createDirectories(temp.resolve(name));
    Files.write(temp.resolve(name).resolve("1.npy"), npy);
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(npy));
    TrialResult result =
        new TrialResult(
            1,
            ContentKey.of(experiment, 1),
            1,
            ContentKey.resolved(experiment),
            new DataFacts("shapes", experiment.testDigest(), experiment.facts().classes(), 1000),
            new Outcome.Finished(),
            new Provenance("linux", "x86_64", "cpu", "avx2", "2.18.0", 1),
            1,
            1,
            List.of(),
            new TestResult(accuracy, 1, List.of(), List.of(), digest));
    stored.add(new StoredTrial("f", name, result));
  }

  private String page() {
    Report report = Report.of(new FolderResults("f", files, stored));
    return new String(report.htmlWithImages(temp, temp), StandardCharsets.UTF_8);
  }

  @Test
  void showsEveryMistakenImageOfTheLeader() {
    String page = page();
    assertEquals(3, page.split("<img ", -1).length - 1);
    assertTrue(page.contains("good, seed 1: 3 of "), "no count");
    assertTrue(page.contains("; img-src data:\""), "the policy has to allow images");
    for (int image = 0; image < 3; image++) {
      assertTrue(page.contains("alt=\"test image " + image + ", "), "image " + image);
    }
    assertFalse(page.contains("alt=\"test image 3, "));
  }

  /** Only good: images 3 to 9; only other: 0 and 1. Two-sided binomial: 2 (1 + 9 + 36) / 512. */
  @Test
  void twoTrainedNetworksAreTestedOnTheSameImages() {
    String page = page();
    String said = "good, seed 1, alone has 7 images right, other, seed 1, alone 2: p = 0.180";
    assertTrue(
        page.replace("&#x3D;", "=").contains(said),
        page.substring(page.indexOf("id=\"mistaken\"")));
    assertTrue(page.contains("not whether their recipes do"));
  }

  /** What is right of images that one sees mirrored is not right of the same images. */
  @Test
  void networksThatSawTheImagesAlteredAreNotTestedAgainstThoseThatDidNot() throws Exception {
    trained("mirrored", "classes", "[random_horizontal_flip]", 2, 10, 0.7);
    String page = page();
    assertTrue(page.contains("other, seed 1, alone 2"));
    assertFalse(page.contains("mirrored, seed 1, alone"));
  }

  @Test
  void theUsualPageHasNoImages() {
    String page =
        new String(Report.of(new FolderResults("f", files, stored)).html(), StandardCharsets.UTF_8);
    assertFalse(page.contains("img-src"));
    assertFalse(page.contains("<img "));
  }

  @Test
  void missingAndAlteredPredictionsAreTheUsersToMend() throws Exception {
    Files.write(temp.resolve("good/1.npy"), Npy.write(new int[1000], 10));
    UserError altered = assertThrows(UserError.class, this::page);
    assertTrue(String.valueOf(altered.getMessage()).contains("good/1.npy"));
    Files.delete(temp.resolve("good/1.npy"));
    UserError missing = assertThrows(UserError.class, this::page);
    assertTrue(String.valueOf(missing.getMessage()).endsWith("1.npy: missing"));
  }
}
