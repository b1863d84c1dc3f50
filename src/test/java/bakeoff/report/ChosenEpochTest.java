package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.StoredTrial;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ContentKey;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says where another epoch than the last is tested, and of further metrics. */
class ChosenEpochTest {

  private static ExperimentFile file(String name, String training, String keys) {
    String text =
        """
        dataset: cifar10
        model: {layers: [flatten, dense: classes]}
        training:
          batch_size: 100
          optimizer: sgd
          phases: [{epochs: 30, learning_rate: 0.1}]
          %s
        seeds: [1, 2]
        %s
        """
            .formatted(training, keys);
    return new ExperimentFile(
        Path.of(name + ".yaml"), "some", name, null, ExperimentReader.parse(text));
  }

  private static final ExperimentFile CHOSEN =
      file("chosen", "best_epoch: loss\n  early_stopping: {patience: 5}", "validation: 0.1");
  private static final ExperimentFile PLAIN = file("plain", "", "");

  /** Training accuracy is the epoch's number in percent, validation accuracy half of that. */
  private static StoredTrial trial(
      ExperimentFile file, int seed, int epochs, @Nullable Integer chosen, double accuracy) {
    boolean validates = file.experiment().validation() != null;
    List<EpochRow> rows = new ArrayList<>();
    for (int i = 1; i <= epochs; i++) {
      Double half = validates ? i / 200.0 : null;
      rows.add(new EpochRow(i, 1, 0.1, 1, i / 100.0, 1, 0.1, List.of(), half, half));
    }
    List<List<Integer>> confusion =
        IntStream.range(0, 10)
            .mapToObj(c -> IntStream.range(0, 10).mapToObj(as -> as == c ? 600 : 400 / 9).toList())
            .toList();
    TestResult test =
        new TestResult(accuracy, 1, List.of(), confusion, "0".repeat(64))
            .with(chosen, file.experiment().topK() == null ? null : 0.9);
    boolean early = epochs < 30;
    TrialResult result =
        new TrialResult(
            1,
            new Trial(file, seed).key(),
            seed,
            ContentKey.resolved(file.experiment()),
            new DataFacts("cifar10", "d", file.experiment().facts().classes(), 10_000),
            new Outcome.Finished(early ? epochs : null),
            new Provenance("linux", "x86_64", "cpu", "avx2", "2.18.0", 1),
            30_730,
            1_000_000_000L * epochs,
            rows,
            test);
    return new StoredTrial("some", file.name(), result);
  }

  private static Report report(List<ExperimentFile> files, StoredTrial... trials) {
    return Report.of(new FolderResults("some", files, List.of(trials)));
  }

  private static String markdown(Report report) {
    return text(report, "report.md");
  }

  private static String text(Report report, String path) {
    byte[] bytes = report.files().get(path);
    assertNotNull(bytes, path);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static JsonNode json(Report report) throws IOException {
    return new ObjectMapper().readTree(report.files().get("report.json")).path("experiments");
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), "no \"" + part + "\" in:\n" + text);
  }

  @Test
  void saysWhichEpochAndWhy() throws IOException {
    Report report = report(List.of(CHOSEN), trial(CHOSEN, 1, 17, 12, 0.6));
    String markdown = markdown(report);
    assertContains(markdown, "| 12 of 30 |");
    assertContains(
        markdown,
        "- chosen: epoch 12 of 30, the best on 5,000 validation images; stopped early after 17.\n");
    // Training figures are of that epoch: 12%, and the gap is 12 - 60.
    assertContains(markdown, "| 12.00 | −48.00 |");
    // Of 17 epochs, as the trial says.
    assertContains(markdown, "17.0 GFLOP");
    JsonNode row = json(report).get(0);
    assertEquals(0.12, row.path("train_accuracy").path("mean").doubleValue());
    assertEquals(0.06, row.path("validation_accuracy").path("mean").doubleValue());
    assertEquals(5_000, row.path("validation_images").intValue());
    assertEquals(
        new ObjectMapper().readTree("[{\"seed\": 1, \"epoch\": 12, \"stopped_early_after\": 17}]"),
        row.path("reported"));
    String page = new String(report.html(), StandardCharsets.UTF_8);
    assertContains(page, "12 of 30");
    assertContains(page, "epoch 12 of 30, the best on 5,000 validation images");
    assertContains(page, "\"validationAccuracy\":[0.50,1.00");
  }

  @Test
  void namesTheEpochsOfAllSeeds() {
    String markdown =
        markdown(
            report(List.of(CHOSEN), trial(CHOSEN, 1, 17, 12, 0.6), trial(CHOSEN, 2, 30, 28, 0.6)));
    assertContains(markdown, "| 12–28 of 30 |");
    assertContains(
        markdown,
        "- chosen: epochs 12, 28 of 30, the best on 5,000 validation images; stopped early after"
            + " 17.\n");
  }

  @Test
  void ofTheLastEpochItSaysThatItStopped() {
    ExperimentFile stopping = file("stopping", "early_stopping: {patience: 5}", "validation: 0.1");
    String markdown = markdown(report(List.of(stopping), trial(stopping, 1, 17, null, 0.6)));
    assertContains(
        markdown,
        "- stopping: epoch 17 of 30, the last; stopped early, no better on 5,000 validation"
            + " images.\n");
  }

  @Test
  void drawsAValidationCurveWhereThereIsOne() {
    Report both =
        report(
            List.of(CHOSEN, PLAIN), trial(CHOSEN, 1, 17, 12, 0.6), trial(PLAIN, 1, 30, null, 0.5));
    String figure = text(both, "figures/validation-accuracy.svg");
    assertContains(figure, "Validation accuracy by epoch");
    assertContains(figure, ">chosen</text>");
    assertFalse(figure.contains(">plain</text>"), figure);
    assertContains(markdown(both), "(figures/validation-accuracy.svg)");
  }

  @Test
  void withoutTheseKeysNothingIsSaid() {
    Report report = report(List.of(PLAIN), trial(PLAIN, 1, 30, null, 0.5));
    String all = markdown(report) + text(report, "report.json");
    for (String word : List.of("alidation", "reported", "chosen", "recision", "top_k", "macro")) {
      assertFalse(all.contains(word), word);
    }
    assertFalse(report.files().containsKey("figures/validation-accuracy.svg"));
  }

  /** 600 of 996 right in each row, 600 of 996 in each column. */
  @Test
  void showsFurtherMetricsWhereTheyAreAskedFor() throws IOException {
    ExperimentFile asking = file("asking", "", "metrics: {top_k: 5, per_class: true}");
    ExperimentFile topOnly = file("top", "", "metrics: {top_k: 3}");
    Report report =
        report(
            List.of(asking, topOnly, PLAIN),
            trial(asking, 1, 30, null, 0.6),
            trial(asking, 2, 30, null, 0.7),
            trial(topOnly, 1, 30, null, 0.5),
            trial(PLAIN, 1, 30, null, 0.4));
    String markdown = markdown(report);
    assertContains(
        markdown,
        """
        | asking | 90.00 ± 0.00 (top 5) | 60.24 ± 0.00 | 60.24 ± 0.00 | 60.24 ± 0.00 |
        | top | 90.00 (top 3) | – | – | – |

        The classes of asking:

        <details>
        """);
    assertContains(markdown, "| airplane | 60.2 | 60.2 | 60.2 |");
    JsonNode row = json(report).get(0);
    assertEquals(5, row.path("top_k").intValue());
    assertEquals(0.9, row.path("top_k_accuracy").path("mean").doubleValue());
    assertEquals(0.60241, row.path("per_class").path("cat").path("f1").doubleValue());
    assertEquals(0.60241, row.path("macro_f1").path("mean").doubleValue());
    assertFalse(json(report).get(2).has("per_class"));
    String page = new String(report.html(), StandardCharsets.UTF_8);
    assertContains(page, "Further metrics");
    assertFalse(page.contains("&lt;details"), "tags are shown as text");
  }
}
