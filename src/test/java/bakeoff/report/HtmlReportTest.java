package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  private static final Pattern ELEMENT =
      Pattern.compile("<(style|script)([^>]*)>(.*?)</\\1>", Pattern.DOTALL);

  private static String page(FolderResults results) {
    return new String(Report.of(results).html(), StandardCharsets.UTF_8);
  }

  private static List<MatchResult> elements(String page) {
    return ELEMENT.matcher(page).results().toList();
  }

  private static JsonNode data(String page) throws IOException {
    String json =
        elements(page).stream()
            .filter(found -> found.group(2).contains("application/json"))
            .findFirst()
            .orElseThrow()
            .group(3);
    return new ObjectMapper().readTree(json);
  }

  @Test
  void tenExperimentsFitInto300Kilobytes() {
    byte[] page = Report.of(SampleReport.many(10, 3, 50)).html();
    assertTrue(page.length < 300_000, page.length + " bytes");
  }

  /** Curves, confusion and configuration of one more experiment, however many there are. */
  @Test
  void growsLinearly() {
    int ten = Report.of(SampleReport.many(10, 2, 20)).html().length;
    int twenty = Report.of(SampleReport.many(20, 2, 20)).html().length;
    int forty = Report.of(SampleReport.many(40, 2, 20)).html().length;
    assertEquals(2.0, (forty - twenty) / (double) (twenty - ten), 0.1);
  }

  @Test
  void thePolicyAllowsWhatStandsInThePageAndNothingElse() throws Exception {
    String page = page(SampleReport.article());
    List<String> sources = new ArrayList<>(List.of("default-src 'none'", "base-uri 'none'"));
    for (MatchResult found : elements(page)) {
      if (!found.group(2).contains("application/json")) {
        byte[] text = found.group(3).getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
        sources.add("sha256-" + Base64.getEncoder().encodeToString(digest));
      }
    }
    assertEquals(5, sources.size());
    String policy = page.substring(page.indexOf("content=\""), page.indexOf("<meta name"));
    for (String source : sources) {
      assertTrue(unescaped(policy).contains(source), source + " is not in " + policy);
    }
    assertFalse(policy.contains("unsafe"), policy);
  }

  private static String unescaped(String html) {
    return html.replace("&#39;", "'").replace("&#x2F;", "/").replace("&#x3D;", "=");
  }

  @Test
  void theLicenceOfTheChartsGoesWithThem() {
    String page = page(SampleReport.article());
    assertTrue(page.contains("The MIT License (MIT)"));
    assertTrue(page.contains("Copyright (c) 2022 Leon Sorokin"));
  }

  @Test
  void noNameEndsTheElementItStandsIn() throws IOException {
    FolderResults results = SampleReport.hostile();
    String page = page(results);
    assertEquals(3, page.split("</script>", -1).length - 1);
    assertFalse(page.contains("<img"));
    assertFalse(page.contains("<b>bold"));
    List<String> names = new ArrayList<>();
    data(page).get("experiments").forEach(one -> names.add(one.get("name").textValue()));
    List<String> given = results.files().stream().map(file -> file.name()).sorted().toList();
    assertEquals(given, names.stream().sorted().toList());
  }

  /** Of model-4: 25 epochs, three seeds, test accuracy the same at every epoch. */
  @Test
  void curvesAreMeansOverSeeds() throws IOException {
    FolderResults results = SampleReport.article();
    JsonNode experiments = data(page(results)).get("experiments");
    JsonNode fourth = null;
    for (JsonNode one : experiments) {
      fourth = one.get("name").textValue().equals("model-4") ? one : fourth;
    }
    double mean =
        results.stored().stream()
            .filter(trial -> trial.name().equals("model-4"))
            .mapToDouble(trial -> trial.result().epochs().get(0).testAccuracy())
            .average()
            .orElseThrow();
    Objects.requireNonNull(fourth);
    assertEquals(25, fourth.get("testAccuracy").size());
    assertEquals(100 * mean, fourth.get("testAccuracy").get(0).doubleValue(), 0.005);
    assertEquals("model-3", experiments.get(fourth.get("parent").intValue()).get("name").asText());
  }

  @Test
  void theSameBytesEverywhere() {
    byte[] here = Report.of(SampleReport.article()).html();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertArrayEquals(here, Report.of(SampleReport.article()).html());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void isWrittenBesideTheOthersButNotChecked(@TempDir Path folder) throws IOException {
    Report report = Report.of(SampleReport.article());
    report.write(folder);
    assertArrayEquals(report.html(), Files.readAllBytes(folder.resolve("report.html")));
    Files.delete(folder.resolve("report.html"));
    assertEquals(List.of(), report.differing(folder));
    assertFalse(report.files().containsKey("report.html"));
  }

  @Test
  void withoutResultsThereIsStillAPage() {
    String page = page(new FolderResults("empty", List.of(), List.of()));
    assertTrue(page.contains("No experiments yet"));
    assertFalse(page.contains("id=\"curves\""));
    assertTrue(
        page(new FolderResults("cifar10", Models.article(1), List.of())).contains("not run"));
  }
}
