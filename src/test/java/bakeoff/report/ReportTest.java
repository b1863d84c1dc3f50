package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.claim.EquivalentTo;
import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.spec.ExperimentFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final ExperimentFile A = Models.small("a", null, 10, 1, 2, 3);
  private static final ExperimentFile B = Models.small("b", "a", 20, 1, 2, 3);

  private static String file(Report report, String path) {
    byte[] bytes = report.files().get(path);
    assertTrue(bytes != null, path + " is not among " + report.files().keySet());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String markdown(List<ExperimentFile> files, List<StoredTrial> stored) {
    return file(Report.of(new FolderResults("cifar10", files, stored)), "report.md");
  }

  private static List<StoredTrial> runs(ExperimentFile file, double... accuracies) {
    List<StoredTrial> stored = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      stored.add(Results.finished(file, i + 1, accuracies[i], accuracies[i] + 0.05));
    }
    return stored;
  }

  private static List<StoredTrial> both(List<StoredTrial> a, List<StoredTrial> b) {
    List<StoredTrial> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), "no \"" + part + "\" in:\n" + text);
  }

  /**
   * Means 0.51 and 0.61, both with variance 0.0001: t = 0.1 / sqrt(0.0001 * 2 / 3) = 12.25 with 4
   * degrees of freedom, whose 97.5% quantile is 2.7764; p = 0.000255.
   */
  @Test
  void twoThatClearlyDiffer() throws IOException {
    List<StoredTrial> stored = both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.60, 0.61, 0.62));
    Report report = Report.of(new FolderResults("cifar10", List.of(A, B), stored));
    String markdown = file(report, "report.md");
    assertContains(markdown, "**b** beats a beyond seed noise: 61.00% of the test images right");
    assertContains(
        markdown,
        "6 of 6 trials current, 0 failed, one platform (linux x86\\_64".replace("\\_", "_"));
    assertContains(markdown, "| **b** | 61.00 ± 1.00 | 3 | 58.52–63.48 | leader |");
    assertContains(
        markdown,
        "| ↳ b | `dense 10 -> dense 20` | +10.00 | +7.73 to +12.27 | better (p < 0.001) |");
    assertFalse(report.anyWrong());

    JsonNode comparison = json(report).get("comparisons").get(0);
    assertEquals(1, json(report).get("comparisons").size());
    assertEquals("a", comparison.get("a").textValue());
    assertEquals("b", comparison.get("b").textValue());
    assertEquals(0.1, comparison.get("difference").doubleValue());
    assertEquals(0.07733, comparison.get("low").doubleValue(), 1e-5);
    assertEquals(0.000255, comparison.get("p").doubleValue());
    assertEquals("pooled_t", comparison.get("test").textValue());
    assertEquals("better", comparison.get("verdict").textValue());
  }

  private static JsonNode json(Report report) throws IOException {
    return new ObjectMapper().readTree(report.files().get("report.json"));
  }

  @Test
  void jsonHasTheKeysOfTheDesign() throws IOException {
    Report report = Report.of(SampleReport.article());
    JsonNode json = json(report);
    assertEquals(Set.of("format", "experiments", "comparisons"), names(json));
    assertEquals(1, json.get("format").intValue());
    JsonNode first = json.get("experiments").get(0);
    assertEquals(
        Set.of(
            "name",
            "folder",
            "dataset",
            "state",
            "extends",
            "parameters",
            "epochs",
            "training_flops",
            "test_accuracy",
            "train_accuracy",
            "train_loss",
            "test_loss",
            "per_class_accuracy"),
        names(first));
    assertEquals("model-7", first.get("name").textValue());
    assertEquals("wilson", first.get("test_accuracy").get("interval").textValue());
    assertTrue(first.get("test_accuracy").get("sd").isNull());
    assertEquals(10, first.get("per_class_accuracy").size());
    for (JsonNode experiment : json.get("experiments")) {
      if (experiment.get("name").textValue().equals("model-1")) {
        assertEquals(62_006, experiment.get("parameters").intValue());
        assertEquals(
            Set.of("mean", "sd", "n", "low", "high", "interval"),
            names(experiment.get("test_accuracy")));
        assertEquals("t", experiment.get("test_accuracy").get("interval").textValue());
      }
    }
    assertEquals(
        Set.of("a", "b", "difference", "low", "high", "p", "test", "verdict"),
        names(json.get("comparisons").get(0)));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return Set.copyOf(names);
  }

  @Test
  void withinNoiseSaysWhatWouldDecide() {
    String markdown =
        markdown(List.of(A, B), both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.51, 0.52, 0.53)));
    assertContains(markdown, "**b** scored highest, though its lead over a is within seed noise");
    assertContains(markdown, "+1.00 | −1.27 to +3.27 | within noise (p = 0.288) |");
    assertContains(
        markdown, "about 17 seeds a side would show a difference of that size four times in five");
    assertContains(markdown, "bakeoff run experiments/cifar10 --only '{a,b}'");
  }

  @Test
  void oneSeedEachHasNoVerdict() throws IOException {
    List<StoredTrial> stored = both(runs(A, 0.50), runs(B, 0.60));
    String markdown = markdown(List.of(A, B), stored);
    assertContains(markdown, "one seed each cannot say that it is better");
    assertContains(markdown, "59.04–60.96 ¹");
    assertContains(markdown, "| +10.00 | – | one seed |");
    assertContains(markdown, "test-set sampling only");
    assertFalse(markdown.contains("NaN"));
    JsonNode comparison =
        json(Report.of(new FolderResults("x", List.of(A, B), stored))).get("comparisons").get(0);
    assertTrue(comparison.get("p").isNull());
    assertEquals("one seed", comparison.get("verdict").textValue());
  }

  @Test
  void identicalRunsAreNoDifference() {
    String markdown = markdown(List.of(A, B), both(runs(A, 0.1, 0.1), runs(B, 0.1, 0.1)));
    assertContains(markdown, "no difference");
    assertFalse(markdown.contains("NaN"));
  }

  @Test
  void aLonelySeedBorrows() {
    String markdown = markdown(List.of(A, B), both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.60)));
    assertContains(markdown, "better ²");
    assertContains(markdown, "² borrowed");
    assertContains(markdown, "**b** beats a beyond seed noise (its own is unknown: one seed): ");
  }

  @Test
  void unlikeTestsAreMarkedWhereTheyAreCompared() {
    List<ExperimentFile> two = Models.article(1, 2, 3).subList(0, 2);
    List<StoredTrial> stored =
        both(runs(two.get(0), 0.53, 0.54, 0.55), runs(two.get(1), 0.46, 0.47, 0.48));
    String markdown = markdown(two, stored);
    assertContains(markdown, "which is part of the difference: model-2 ⁴.\n");
    assertContains(markdown, "| −7.00, worse ⁴ |");
    assertContains(markdown, "| worse ⁴ (p = 0.001) |");
    assertContains(markdown, "- ⁴ the two are tested on images altered in different ways");
    assertFalse(markdown(List.of(A), runs(A, 0.5, 0.6)).contains("⁴"));
  }

  @Test
  void staleAndGoneAreShownButNotCompared() throws IOException {
    ExperimentFile old = Models.small("old", null, 30, 1, 2, 3);
    List<StoredTrial> stored = both(runs(A, 0.50, 0.51, 0.52), runs(old, 0.9, 0.91, 0.92));
    ExperimentFile before = Models.trained("b", "a", 77, 7, 1, 2, 3);
    stored.add(Results.finished(before, 1, 0.8, 0.9, "another key"));
    Report report = Report.of(new FolderResults("cifar10", List.of(A, B), stored));
    String markdown = file(report, "report.md");
    assertContains(markdown, "**a** is the only one with results");
    assertContains(markdown, "| b (stale) | 80.00 | 1 |");
    JsonNode stale = json(report).get("experiments").get(1);
    assertEquals("b", stale.get("name").textValue());
    assertEquals(7, stale.get("epochs").intValue());
    long parameters = before.experiment().network().parameters();
    assertEquals(parameters, stale.get("parameters").longValue());
    assertContains(markdown, "| old (gone) | 91.00 ± 1.00 | 3 |");
    assertContains(markdown, "3 of 6 trials current, 2 not run, 1 stale, 0 failed");
    assertEquals(0, json(report).get("comparisons").size());
  }

  @Test
  void allFailed() {
    List<StoredTrial> stored =
        List.of(
            Results.wrong(A, 1, new Outcome.Crashed("out of memory")),
            Results.wrong(A, 2, new Outcome.Diverged(2, 1200)),
            Results.wrong(A, 3, new Outcome.Diverged(1, 7)));
    Report report = Report.of(new FolderResults("cifar10", List.of(A), stored));
    assertTrue(report.anyWrong());
    String markdown = file(report, "report.md");
    assertContains(markdown, "No results yet");
    assertContains(markdown, "| a (failed) | – |");
    assertContains(markdown, "| a | 1 | failed: out of memory |");
    assertContains(markdown, "| a | 2 | diverged in epoch 2, step 1,200");
    assertEquals(Set.of("report.md", "report.json"), report.files().keySet());
  }

  @Test
  void oneSeedThatDivergedIsNamed() {
    List<StoredTrial> stored = runs(A, 0.50, 0.51);
    stored.add(Results.wrong(A, 3, new Outcome.Diverged(2, 1200)));
    String markdown = markdown(List.of(A), stored);
    assertContains(markdown, "**a** (diverged) | 50.50 ± 0.71 | 2 |");
    assertContains(markdown, "seed 3 did not finish and is in no mean, which flatters it.");
  }

  @Test
  void aLeaderThatWasBeatenByOneThatDidNotAllFinishSaysSo() {
    List<StoredTrial> stored = both(runs(A, 0.80, 0.81), runs(B, 0.60, 0.61, 0.62));
    stored.add(Results.wrong(A, 3, new Outcome.Diverged(2, 1200)));
    assertContains(
        markdown(List.of(A, B), stored),
        "**b** is the best of those where every seed finished (a scored higher, with seeds that did"
            + " not): 61.00%");
  }

  @Test
  void theCommandNamesMembersOfAGrid() {
    ExperimentFile one = Models.small("g@width=10,rate=1", null, 10, 1, 2, 3);
    ExperimentFile other = Models.small("g@width=20,rate=1", "g@width=10,rate=1", 20, 1, 2, 3);
    String markdown =
        markdown(
            List.of(one, other), both(runs(one, 0.50, 0.51, 0.52), runs(other, 0.51, 0.52, 0.53)));
    assertContains(markdown, "]` in the file:");
    assertContains(markdown, "--only '{g@width=10\\,rate=1,g@width=20\\,rate=1}'");
  }

  @Test
  void nothingRunAndNothingThere() {
    String none = markdown(List.of(A, B), List.of());
    assertContains(none, "No results yet");
    assertContains(none, "0 of 6 trials current, 6 not run");
    assertContains(none, "bakeoff run experiments/cifar10");
    assertContains(markdown(List.of(), List.of()), "No experiments yet");
  }

  /** 53% is [53, 54), 0.6329 is what rounds to it; the loss is the last of an epoch's. */
  @Test
  void publishedFigures() {
    ExperimentFile first = Models.article(1, 2).get(0);
    String near = markdown(List.of(first), runs(first, 0.541, 0.545));
    assertContains(
        near, "| model-1 | test accuracy, % | 54.30 ± 0.28 | 51.76–56.84 | 53 | +1.30 | yes |");
    String far = markdown(List.of(first), runs(first, 0.5502, 0.5503));
    assertContains(far, "| 53 | +2.02 | no |");
    assertContains(far, "\n- model-1: cut \\| short\n");
    assertContains(far, "training loss, last 2,000 steps");
    assertFalse(markdown(List.of(A), runs(A, 0.5)).contains("published"));
  }

  @Test
  void otherPeoplesTextStaysText() {
    ExperimentFile evil = Models.small("a|b<script>`x`@all\n# h", null, 10, 1);
    List<StoredTrial> stored = runs(evil, 0.5);
    stored.add(Results.wrong(A, 1, new Outcome.Crashed("| x |\n<img src=x> \u202e[a](http://b)")));
    Report report = Report.of(new FolderResults("cifar10", List.of(evil, A), stored));
    for (Map.Entry<String, byte[]> file : report.files().entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      if (!file.getKey().endsWith(".json")) {
        assertFalse(text.contains("<script>"), file.getKey());
        assertFalse(text.contains("<img"), file.getKey());
        assertFalse(text.contains("\u202e"), file.getKey());
      }
    }
    String markdown = file(report, "report.md");
    assertFalse(markdown.contains("\n# h"));
    assertFalse(markdown.contains("@all"));
    assertContains(markdown, "a\\|b&lt;script&gt;\\`x\\`@\u2060all \\# h");
    assertContains(markdown, "\\[a\\](http:\u2060//b)");
  }

  @Test
  void figuresAreXml() throws Exception {
    for (FolderResults results : List.of(SampleReport.article(), SampleReport.many(50, 2, 3))) {
      Report report = Report.of(results);
      List<String> figures =
          report.files().keySet().stream().filter(path -> path.endsWith(".svg")).toList();
      assertEquals(5, figures.size());
      for (String path : figures) {
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.files().get(path)));
        assertFalse(file(report, path).contains("NaN"), path);
      }
    }
  }

  @Test
  void fiftyExperiments() throws IOException {
    Report report = Report.of(SampleReport.many(50, 2, 3));
    assertEquals(50, json(report).get("experiments").size());
    assertContains(file(report, "report.md"), "100 of 100 trials current");
    assertContains(file(report, "figures/training-loss.svg"), "and 40 more");
  }

  @Test
  void theSameBytesElsewhere() {
    Map<String, byte[]> here = Report.of(SampleReport.article()).files();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Map<String, byte[]> there = Report.of(SampleReport.article()).files();
      assertEquals(here.keySet(), there.keySet());
      here.forEach((path, bytes) -> assertArrayEquals(bytes, there.get(path), path));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Report.of(SampleReport.article())
          .files()
          .forEach((path, bytes) -> assertArrayEquals(here.get(path), bytes, path));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void writtenFilesAreHeld(@TempDir Path folder) throws IOException {
    Report report = Report.of(SampleReport.article());
    assertEquals(List.copyOf(report.files().keySet()), report.differing(folder));
    report.write(folder);
    assertEquals(List.of(), report.differing(folder));

    Path markdown = folder.resolve("report.md");
    Files.writeString(markdown, Files.readString(markdown).replaceFirst("71\\.", "72."));
    Files.writeString(folder.resolve("figures/old.svg"), "<svg/>");
    assertEquals(List.of("report.md", "figures/old.svg"), report.differing(folder));

    Report.of(new FolderResults("cifar10", List.of(A), List.of())).write(folder);
    try (var left = Files.list(folder.resolve("figures"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void theTreeIsDrawnWithItsDifferencesAndVerdicts() {
    Report report =
        Report.of(
            new FolderResults(
                "cifar10",
                List.of(A, B),
                both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.60, 0.61, 0.62))));
    String figure = file(report, "figures/changes.svg");
    assertContains(figure, ">dense 10 -&gt; dense 20</text>");
    assertContains(figure, ">+10.00 better</text>");
    assertEquals(1, figure.split("<circle", -1).length - 1);
    assertContains(file(report, "report.md"), "(figures/changes.svg)");
  }

  @Test
  void withoutAChangeThatHasResultsNoTreeIsDrawn() {
    Report report = Report.of(new FolderResults("cifar10", List.of(A, B), runs(A, 0.5, 0.6)));
    assertFalse(report.files().containsKey("figures/changes.svg"));
  }

  @Test
  void onlyTheKeysThatDifferStandSideBySide() {
    String text = markdown(List.of(A, B), both(runs(A, 0.5), runs(B, 0.6)));
    String table = text.substring(text.indexOf("## Configurations"), text.indexOf("## Accuracy"));
    assertContains(table, "| key | a | b |");
    assertContains(
        table,
        "| `model.layers` | conv2d 6<br>max_pool2d 2<br>flatten<br>dense 10<br>dense classes |");
    assertFalse(table.contains("batch_size"), table);
  }

  @Test
  void hundredsOfExperimentsAreCutAndTheTextSaysSo() {
    String text = file(Report.of(SampleReport.many(200, 3, 2)), "report.md");
    assertContains(text, "150 more experiments are left out here: `report.html` and `report.json`");
    assertContains(text, "150 more experiments of the tree are left out here");
    assertContains(text, "180 more experiments are left out here");
    assertContains(text, "of the best 8 of 200; report.html compares any two");
    assertTrue(text.length() < 40_000, "characters: " + text.length());
  }

  @Test
  void theOpenQuestionCountsTheSeedsThatAreMissing() {
    List<StoredTrial> close = both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.51, 0.52, 0.53));
    Report report = Report.of(new FolderResults("cifar10", List.of(A, B), close));
    OpenQuestion open = report.openQuestion().orElseThrow();
    assertEquals("whether b differs from a", open.words());
    assertEquals(Map.of(A, open.seeds() - 3, B, open.seeds() - 3), open.missing());
    // 2 (1.96 + 0.84)^2 of the variance over the squared difference, both 0.01: 15.7, and some for
    // Student's t.
    assertTrue(open.seeds() >= 16 && open.seeds() <= 19, open.seeds() + " seeds");

    assertContains(
        file(report, "report.md"), "; with `seeds: [1, …, " + open.seeds() + "]` in both");

    List<StoredTrial> apart = both(runs(A, 0.50, 0.51, 0.52), runs(B, 0.81, 0.82, 0.83));
    assertTrue(
        Report.of(new FolderResults("cifar10", List.of(A, B), apart)).openQuestion().isEmpty());
  }

  @Test
  void theIntervalOfAShareEndsAtOneHundredPercent() {
    assertContains(markdown(List.of(A), runs(A, 0.991, 0.999)), "| 2 | 94.42–100.00 |");
  }

  /** On other data nothing is compared, so nothing of the difference is due to the tests. */
  @Test
  void unlikeTestsAreToldOfWhatIsCompared() {
    List<ExperimentFile> two = Models.article(1, 2, 3).subList(0, 2);
    List<StoredTrial> stored = runs(two.get(0), 0.53, 0.54, 0.55);
    runs(two.get(1), 0.46, 0.47, 0.48).forEach(t -> stored.add(Results.onOtherImages(t)));
    assertFalse(markdown(two, stored).contains("altered in another way"));
  }

  @Test
  void aClassWithoutTestImagesIsNotTheHardest() {
    List<StoredTrial> stored = runs(A, 0.50, 0.51);
    assertContains(markdown(List.of(A), stored), "Hardest for a: cat (36%), airplane");
    stored.replaceAll(trial -> Results.untested(trial, 3));
    String text = markdown(List.of(A), stored);
    assertContains(text, "Hardest for a: airplane (52%), automobile (52%), bird (52%).");
    assertContains(text, "| a | 52.2 | 52.2 | 52.2 | – | 52.2 |");
  }

  @Test
  void whatTheFilesAskForAlreadyIsNoQuestion() {
    Integer[] seeds = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
    ExperimentFile a = Models.small("a", null, 10, seeds);
    ExperimentFile b = Models.small("b", "a", 20, seeds);
    List<StoredTrial> stored = both(runs(a, 0.50, 0.51, 0.52), runs(b, 0.51, 0.52, 0.53));
    Report report = Report.of(new FolderResults("cifar10", List.of(a, b), stored));
    assertTrue(report.openQuestion().isEmpty());
    assertContains(file(report, "report.md"), "28 trials are still to run");
    assertFalse(file(report, "report.md").contains("closest question"));
  }

  @Test
  void theSeedsOfAFileAreKept() {
    ExperimentFile a = Models.small("a", null, 10, 11, 12, 13);
    List<StoredTrial> stored = runs(B, 0.592, 0.602, 0.612);
    for (int i = 0; i < 3; i++) {
      stored.add(Results.finished(a, 11 + i, 0.57 + 0.01 * i, 0.6));
    }
    assertContains(
        markdown(List.of(a, B), stored),
        "; with `seeds: [1, 2, 11, 12, 13]` in the file of a"
            + " and `seeds: [1, 2, 3, 4, 5]` in that of b:");
  }

  private static Report ofEquality(double within) {
    ExperimentFile c =
        Models.claiming("c", "a", List.of(new EquivalentTo("a", within, false)), 1, 2, 3);
    List<StoredTrial> close = both(runs(A, 0.50, 0.51, 0.52), runs(c, 0.51, 0.52, 0.53));
    return Report.of(new FolderResults("cifar10", List.of(A, c), close));
  }

  @Test
  void whereEqualityIsClaimedADifferenceIsNotAskedFor() {
    Report report = ofEquality(0.021);
    OpenQuestion open = report.openQuestion().orElseThrow();
    assertEquals("whether c is as good as a, give or take 2.1 points", open.words());
    // 2 (1.86 + 1.40)^2 (0.01 / 0.021)^2 is 4.8, the quantiles being those of 8 degrees of freedom.
    assertEquals(5, open.seeds());
    assertContains(
        file(report, "report.md"),
        "about 5 seeds a side would show that four times in five, if they do not differ. That is 4"
            + " more trainings");
    assertContains(file(report, "report.md"), "; with `seeds: [1, 2, 3, 4, 5]` in both files");
    ExperimentFile c = Models.claiming("c", "a", List.of(new EquivalentTo("a", 0.021, false)), 1);
    List<StoredTrial> single = both(runs(A, 0.50), runs(c, 0.51));
    Report unknown = Report.of(new FolderResults("cifar10", List.of(A, c), single));
    assertTrue(unknown.openQuestion().isEmpty(), "nothing tells how seeds vary");
    assertTrue(ofEquality(0.05).openQuestion().isEmpty(), "it holds");
    assertTrue(ofEquality(0.001).openQuestion().isEmpty(), "too many");
  }
}
