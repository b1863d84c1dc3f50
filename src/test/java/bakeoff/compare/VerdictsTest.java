package bakeoff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of each: two commits, and what is said of every experiment between them. */
class VerdictsTest {

  private static final Map<String, String> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("better", "better"),
              Map.entry("better-by-chance", "within noise"),
              Map.entry("worse", "worse"),
              Map.entry("worse-by-chance", "within noise"),
              Map.entry("longer", "configuration only"),
              Map.entry("without-effect", "configuration only"),
              Map.entry("new-name", "renamed"),
              Map.entry("added", "new"),
              Map.entry("removed", "gone"),
              Map.entry("crashing", "failed"),
              Map.entry("diverging", "failed"),
              Map.entry("other-data", "not comparable"),
              Map.entry("alone", "one seed"),
              Map.entry("borrowing", "better"),
              Map.entry("more-seeds", "within noise"),
              Map.entry("other-seeds", "within noise"),
              Map.entry("other-machine", "within noise"),
              Map.entry("same", "unchanged"),
              Map.entry("same-bits-elsewhere", "unchanged")));

  private static ResultsDiff diff;

  @BeforeAll
  static void twoCommits(@TempDir Path top) throws Exception {
    Clone clone = Clone.in(top);
    Path results = clone.results();
    Fixture f = Fixture.usual();
    double[] half = {0.50, 0.51, 0.52};
    for (String name :
        List.of(
            "better",
            "better-by-chance",
            "worse",
            "worse-by-chance",
            "longer",
            "without-effect",
            "removed",
            "crashing",
            "diverging",
            "other-data",
            "more-seeds",
            "other-seeds",
            "other-machine",
            "same",
            "same-bits-elsewhere")) {
      f.salted(name).write(results, "many", name, half);
    }
    f.salted("renamed").write(results, "many", "old-name", half);
    f.salted("borrowing").write(results, "many", "borrowing", 0.5);
    f.salted("alone").write(results, "single", "alone", 0.5);
    clone.commit("before");

    Fixture g = f.rate(0.002);
    g.salted("better").write(results, "many", "better", 0.60, 0.61, 0.62);
    g.salted("better-by-chance").write(results, "many", "better-by-chance", 0.51, 0.52, 0.50001);
    g.salted("worse").write(results, "many", "worse", 0.40, 0.41, 0.42);
    g.salted("worse-by-chance").write(results, "many", "worse-by-chance", 0.49, 0.50, 0.52);
    f.salted("longer").epochs(25).write(results, "many", "longer", half);
    g.salted("without-effect").write(results, "many", "without-effect", half);
    Fixture.delete(results.resolve("many/old-name"));
    f.salted("renamed").write(results, "many", "new-name", half);
    Fixture.delete(results.resolve("many/removed"));
    f.salted("added").write(results, "many", "added", half);
    g.salted("crashing")
        .ended(new Outcome.Crashed("out of memory"))
        .write(results, "many", "crashing", half);
    g.salted("diverging")
        .ended(new Outcome.Diverged(3, 1200))
        .write(results, "many", "diverging", half);
    f.salted("other-data").data("e".repeat(64)).write(results, "many", "other-data", half);
    f.salted("more-seeds").write(results, "many", "more-seeds", 0.50, 0.51, 0.52, 0.53, 0.54);
    f.salted("other-seeds").writeFrom(results, "many", "other-seeds", 4, 0.40, 0.41, 0.42);
    f.salted("other-machine")
        .on("avx512")
        .write(results, "many", "other-machine", 0.50, 0.51, 0.53);
    f.salted("same-bits-elsewhere")
        .on("avx512")
        .write(results, "many", "same-bits-elsewhere", half);
    g.salted("borrowing").write(results, "many", "borrowing", 0.62);
    g.salted("alone").write(results, "single", "alone", 0.6);
    clone.commit("after");
    diff = new Source(top, Path.of("results"), 0.05).compare("HEAD~1", "HEAD");
  }

  @Test
  void eachExperimentGetsItsVerdict() {
    Map<String, String> found = new TreeMap<>();
    diff.rows().forEach(row -> found.put(row.place().name(), row.finding().toString()));
    assertEquals(EXPECTED, found);
  }

  @Test
  void jsonSaysTheSame() throws Exception {
    JsonNode json = new ObjectMapper().readTree(JsonDiff.of(diff));
    assertEquals(1, json.get("format").intValue());
    Map<String, String> found = new TreeMap<>();
    for (JsonNode row : json.get("experiments")) {
      found.put(row.get("name").textValue(), row.get("verdict").textValue());
      assertEquals(9, row.size(), row.toString());
    }
    assertEquals(EXPECTED, found);
    JsonNode better = row(json, "better");
    assertEquals(0.1, better.get("difference").doubleValue());
    assertEquals("[\"training.learning_rate\"]", better.get("changed").toString());
    assertTrue(better.get("p").doubleValue() < 0.05);
    assertTrue(row(json, "longer").get("low").isNull());
    assertEquals("[\"training.phases.0.epochs\"]", row(json, "longer").get("changed").toString());
  }

  @Test
  void textAndMarkdownSayTheSame() {
    String text = TextDiff.of(diff, 160, false);
    String markdown = MarkdownDiff.of(diff);
    EXPECTED.forEach(
        (name, verdict) -> {
          if (!verdict.equals("unchanged")) {
            assertTrue(text.matches("(?s).*\n  " + name + " +" + verdict + ".*"), name + text);
            String cell = name.replace("_", "\\_") + " | ";
            assertTrue(
                markdown.contains(cell + verdict + " |")
                    || markdown.contains(cell + "**" + verdict + "** |"),
                name + markdown);
          }
        });
    assertTrue(text.contains("unchanged: same, same-bits-elsewhere"), text);
    assertTrue(markdown.startsWith("**bakeoff: 2 better, 1 worse, 5 within noise, 1 one seed, "));
  }

  @Test
  void footnotesSayWhatElseDiffers() {
    assertEquals(List.of("was many/old-name"), row("new-name").footnotes());
    assertTrue(row("crashing").footnotes().contains("seed 1 failed: out of memory"));
    assertTrue(row("diverging").footnotes().contains("seed 3 diverged in epoch 3, step 1200"));
    assertTrue(
        row("more-seeds").footnotes().contains("other seeds: 1, 2, 3 before, 1, 2, 3, 4, 5 after"));
    String machine = "other hardware: linux amd64 cpu avx2 before, linux amd64 cpu avx512 after";
    assertTrue(row("other-machine").footnotes().contains(machine));
    assertTrue(
        row("other-machine")
            .footnotes()
            .contains("trained again: the same configuration and seeds gave other results"));
    assertTrue(row("borrowing").footnotes().get(0).startsWith("borrowed"));
    assertTrue(
        row("other-data")
            .footnotes()
            .contains("other data: shapes dddddddddddd before, shapes eeeeeeeeeeee after"));
  }

  @Test
  void onlyWhatIsWorseOrFailedIsARegression() {
    assertEquals(
        List.of("crashing", "diverging", "worse"),
        diff.regressions(0).stream().map(row -> row.place().name()).toList());
    assertEquals(
        List.of("crashing", "diverging"),
        diff.regressions(0.2).stream().map(row -> row.place().name()).toList());
  }

  /**
   * Worked by hand for folder {@code single}, where one more experiment with two seeds, 0.70 and
   * 0.72, makes the pooled variance 0.0002 with one degree of freedom: the error of a difference of
   * single runs is sqrt(2 * 0.0002) = 0.02, t(0.975, 1) = 12.706.
   */
  @Test
  void intervalOfBorrowedVariance(@TempDir Path folder) throws Exception {
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    Fixture.usual().write(a, "f", "x", 0.50);
    Fixture.usual().write(a, "f", "y", 0.70, 0.72);
    Fixture.usual().rate(0.1).write(b, "f", "x", 0.60);
    Fixture.usual().write(b, "f", "y", 0.70, 0.72);
    ResultsDiff found = new Source(folder, Path.of("results"), 0.05).compare("a", "b");
    ExperimentDiff row = found.rows().get(0);
    assertEquals(Finding.WITHIN_NOISE, row.finding());
    assertNotNull(row.difference());
    assertEquals(0.1 - 12.7062 * 0.02, row.difference().low(), 1e-5);
    assertEquals(0.1 + 12.7062 * 0.02, row.difference().high(), 1e-5);
    assertFalse(found.isUnchanged());
  }

  /** {@code results/cifar10/model-6/1.json} was stored before the language had all its keys. */
  @Test
  void anOlderTextIsNoOtherConfiguration(@TempDir Path folder) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    byte[] older = Files.readAllBytes(Path.of("results/cifar10/model-6/1.json"));
    ObjectNode newer = (ObjectNode) mapper.readTree(older);
    newer.set("spec", StoredSpec.renewed(newer.get("spec")));
    Path a = Files.createDirectories(folder.resolve("a/f/net"));
    Path b = Files.createDirectories(folder.resolve("b/f/net"));
    Files.write(a.resolve("1.json"), older);
    Files.write(b.resolve("1.json"), older);
    Files.write(b.resolve("2.json"), mapper.writeValueAsBytes(newer.put("seed", 2)));
    ExperimentDiff row =
        new Source(folder, Path.of("results"), 0.05).compare("a", "b").rows().get(0);
    assertEquals(List.of("other seeds: 1 before, 1, 2 after"), row.footnotes().subList(0, 1));
    assertTrue(row.footnotes().stream().noneMatch(n -> n.startsWith("stale")), row::toString);
    Files.delete(b.resolve("2.json"));
    Files.write(b.resolve("1.json"), mapper.writeValueAsBytes(newer.put("seed", 1)));
    assertTrue(new Source(folder, Path.of("results"), 0.05).compare("a", "b").isUnchanged());
  }

  /** Seeds 2 and 3 are not trained again yet: how far they are from seed 1 is no seed noise. */
  @Test
  void whatIsHalfTrainedAgainTellsNothingOfChance(@TempDir Path folder) throws Exception {
    for (String side : List.of("a", "b")) {
      Fixture.usual().write(folder.resolve(side), "f", "half", 0.50, 0.51, 0.52);
      Fixture.usual().write(folder.resolve(side), "f", "other", 0.70, 0.71, 0.72);
    }
    Path changed = folder.resolve("changed");
    Fixture.usual().rate(0.1).write(changed, "f", "half", 0.90);
    Fixture.usual().rate(0.1).write(folder.resolve("b"), "f", "other", 0.80, 0.81, 0.82);
    Files.copy(
        changed.resolve("f/half/1.json"),
        folder.resolve("b/f/half/1.json"),
        StandardCopyOption.REPLACE_EXISTING);
    ResultsDiff found = new Source(folder, Path.of("results"), 0.05).compare("a", "b");
    ExperimentDiff other = found.rows().get(1);
    assertEquals("other", other.place().name());
    assertEquals(Finding.BETTER, other.finding());
    assertNotNull(other.difference());
    // Of 0.01 each, and six groups of degrees of freedom: 0.01 sqrt(2 / 3) t(0.975, 6).
    assertEquals(0.1 - 0.0081650 * 2.4469, other.difference().low(), 1e-5);
  }

  /** 2 (t(1 - alpha / 2) + t(0.8))² (0.01 / 0.005)²: with z for t, 63 and 150. */
  @Test
  void theSeedsThatWouldTellFollowTheLevel(@TempDir Path folder) throws Exception {
    Fixture.usual().write(folder.resolve("a"), "f", "net", 0.50, 0.51, 0.52);
    Fixture.usual().rate(0.1).write(folder.resolve("b"), "f", "net", 0.505, 0.515, 0.525);
    assertEquals("0.50 points need about 64 seeds a side", needed(folder, 0.05));
    assertEquals("0.50 points need about 153 seeds a side", needed(folder, 0.0005));
    for (int i = 0; i < 9; i++) {
      Fixture.usual().write(folder.resolve("a"), "f", "other-" + i, 0.1, 0.11, 0.12);
      Fixture.usual().rate(0.1).write(folder.resolve("b"), "f", "other-" + i, 0.5, 0.51, 0.52);
    }
    assertEquals("0.50 points need about 109 seeds a side", needed(folder, 0.05), "at 0.005");
  }

  private static String needed(Path folder, double alpha) {
    ResultsDiff found = new Source(folder, Path.of("results"), alpha).compare("a", "b");
    return found.rows().get(0).footnotes().stream()
        .filter(note -> note.contains("seeds a side"))
        .findFirst()
        .orElse("");
  }

  private static ExperimentDiff row(String name) {
    return diff.rows().stream()
        .filter(r -> r.place().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode row(JsonNode json, String name) {
    for (JsonNode row : json.get("experiments")) {
      if (row.get("name").textValue().equals(name)) {
        return row;
      }
    }
    throw new AssertionError(name);
  }
}
