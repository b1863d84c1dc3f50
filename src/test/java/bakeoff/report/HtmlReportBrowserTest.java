package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader uses it, in a real browser. */
@EnabledIf("bakeoff.report.Browser#isThere")
class HtmlReportBrowserTest {

  private static final String NAMES = "#leaderboard tbody tr:not([hidden]) th bdi";

  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path folder) {
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void nothingWasLoggedAndNothingAsked() {
    assertEquals(List.of(), browser.complaints());
  }

  private static Page article() throws IOException {
    return browser.open(SampleReport.article(), 1280, ColorScheme.LIGHT);
  }

  private static List<String> texts(Page page, String selector) {
    return page.locator(selector).allTextContents();
  }

  private static Locator heading(Page page, String text) {
    return page.locator("#leaderboard thead th")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Model 8 has one convolution more than model 7, so its first dense layer has less to weigh. */
  @Test
  void sortsByAColumnBothWays() throws IOException {
    Page page = article();
    Locator heading = heading(page, "parameters");
    heading.locator("button").click();
    assertEquals("descending", heading.getAttribute("aria-sort"));
    List<String> largest = texts(page, NAMES);
    assertEquals(List.of("model-7", "model-8", "model-6"), largest.subList(0, 3));
    page.keyboard().press("Enter");
    assertEquals("ascending", heading.getAttribute("aria-sort"));
    List<String> smallest = texts(page, NAMES);
    assertEquals(List.of("model-8", "model-7"), smallest.subList(7, 9));
  }

  /** Model 8 has no result: whichever way, it stays last. */
  @Test
  void whatHasNoValueSortsLast() throws IOException {
    Page page = article();
    Locator button = heading(page, "test accuracy").locator("button");
    button.click();
    assertEquals("model-8", texts(page, NAMES).get(8));
    button.click();
    assertEquals("model-8", texts(page, NAMES).get(8));
    assertEquals("old_net", texts(page, NAMES).get(0));
  }

  @Test
  void filtersByNameAndState() throws IOException {
    Page page = article();
    page.getByLabel("Filter").fill("MODEL-3");
    assertEquals(List.of("model-3"), texts(page, NAMES));
    assertEquals(List.of("model-3"), texts(page, "#classes tbody tr:not([hidden]) bdi"));
    assertEquals("1 of 9", page.locator("#filter-count").textContent());
    page.getByLabel("Filter").fill("gone");
    assertEquals(List.of("old_net"), texts(page, NAMES));
    page.getByLabel("Filter").fill("");
    assertEquals(9, texts(page, NAMES).size());
  }

  @Test
  void aCurveTellsItsValueWhereItIsPointedAt() throws IOException {
    Page page = article();
    Locator only = page.locator("#switches li").filter(withText("model-5"));
    page.getByText("None", new Page.GetByTextOptions().setExact(true)).click();
    only.locator("input").check();
    Locator plot = page.locator("#charts .u-over").first();
    plot.scrollIntoViewIfNeeded();
    BoundingBox box = plot.boundingBox();
    String tip = "";
    for (int y = 4; y < box.height && !tip.contains("model-5"); y += 12) {
      page.mouse().move(box.x + box.width - 2, box.y + y);
      page.waitForTimeout(120);
      Locator shown = plot.locator(".tip:not([hidden])");
      tip = shown.count() == 0 ? "" : shown.textContent();
    }
    assertTrue(tip.matches("model-5, epoch 47: 6\\d\\.\\d\\d"), tip);
  }

  @Test
  void draggingZoomsEveryChartAndTheButtonShowsAllAgain() throws IOException {
    Page page = article();
    Locator plot = page.locator("#charts .u-over").nth(2);
    plot.scrollIntoViewIfNeeded();
    BoundingBox box = plot.boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + 40);
    page.mouse().down();
    page.mouse().move(box.x + box.width - 20, box.y + 60);
    page.mouse().up();
    page.waitForFunction("() => Number(document.getElementById('from').value) > 20");
    page.waitForFunction(
        "() => curves.charts.every(({chart}) => Math.floor(chart.scales.x.min) >= 20)");
    page.getByText("All epochs").click();
    page.waitForFunction("() => document.getElementById('from').value === '1'");
    page.getByLabel("From epoch").fill("10");
    page.keyboard().press("Tab");
    page.waitForFunction("() => curves.charts.every(({chart}) => chart.scales.x.min === 10)");
  }

  @Test
  void anExperimentSwitchedOffLeavesTheCurves() throws IOException {
    Page page = article();
    Locator chart = page.locator("#charts [role=img]").first();
    String before = chart.getAttribute("aria-label");
    assertTrue(before.contains("experiments shown: 7. At the end: highest model-7"), before);
    byte[] drawn = chart.screenshot();
    page.locator("#switches li").filter(withText("model-7")).locator("input").uncheck();
    String after = chart.getAttribute("aria-label");
    assertTrue(after.contains("experiments shown: 6. At the end: highest model-6"), after);
    page.waitForCondition(() -> !Arrays.equals(drawn, chart.screenshot()));
    page.locator("#values summary").click();
    page.waitForCondition(() -> page.locator("#value-table tbody tr").count() == 6);
    assertEquals(0, page.locator("#value-table tbody tr").filter(withText("model-7")).count());
  }

  /** {@link Results} takes class 3 for class 5 most often: cat for dog. */
  @Test
  void confusionOfTheExperimentChosen() throws IOException {
    Page page = article();
    page.getByLabel("Experiment", new Page.GetByLabelOptions().setExact(true))
        .selectOption("model-1");
    String mistakes = page.locator("#mistakes").textContent();
    assertTrue(mistakes.startsWith("Most often mistaken: cat as dog ("), mistakes);
    assertEquals(100, page.locator("#matrix tbody td").count());
    Locator right = page.locator("#matrix tbody td.right");
    assertEquals(10, right.count());
    double cat = Double.parseDouble(right.nth(3).textContent());
    double dog = Double.parseDouble(right.nth(5).textContent());
    assertTrue(cat < dog - 10, cat + " and " + dog);
  }

  /** What the article changed between its models 3 and 4: 2 epochs became 25. */
  @Test
  void twoConfigurationsAreCompared() throws IOException {
    Page page = article();
    page.getByLabel("Compare", new Page.GetByLabelOptions().setExact(true)).selectOption("model-3");
    page.getByLabel("with", new Page.GetByLabelOptions().setExact(true)).selectOption("model-4");
    assertEquals("One setting differs.", page.locator("#differing").textContent());
    assertEquals(
        "training.phases[1].epochs|2|25", String.join("|", texts(page, "#settings tbody tr > *")));
    page.getByLabel("also what they share").check();
    assertTrue(page.locator("#settings tbody tr").count() > 5);
  }

  /** Models 2 and 3: dense 120 and 84 became 200, 100 and 50; the last, of the classes, stays. */
  @Test
  void aListIsAlignedNotComparedPlaceByPlace() throws IOException {
    Page page = article();
    page.getByLabel("Compare", new Page.GetByLabelOptions().setExact(true)).selectOption("model-2");
    page.getByLabel("with", new Page.GetByLabelOptions().setExact(true)).selectOption("model-3");
    List<String> settings = texts(page, "#settings tbody th");
    assertEquals(
        List.of("model.layers[6].dense.units", "model.layers[7].dense.units", "model.layers[+8]"),
        settings);
    List<String> values = texts(page, "#settings tbody td");
    assertEquals(List.of("120", "200", "84", "100", "not set"), values.subList(0, 5));
    assertTrue(values.get(5).startsWith("dense {units: 50"), values.get(5));
  }

  @Test
  void namesAreShownAsTextWhateverTheyHold() throws IOException {
    FolderResults results = SampleReport.hostile();
    Page page = browser.open(results, 1280, ColorScheme.DARK);
    assertEquals("<b>bold</b> & \"folder\": bakeoff", page.title());
    assertEquals("<b>bold</b> & \"folder\"", page.locator("h1").textContent());
    List<String> names = results.files().stream().map(file -> file.name()).sorted().toList();
    for (String place :
        List.of(
            NAMES,
            "#switches bdi",
            "#tree tbody th > bdi",
            "#classes tbody bdi",
            "#confused option",
            "#before option")) {
      assertEquals(names, texts(page, place).stream().sorted().collect(Collectors.toList()), place);
    }
    assertEquals(0, page.locator("img").count());
    page.getByLabel("Filter").fill("<script>");
    assertEquals(1, texts(page, NAMES).size());
  }

  /** Two hundred experiments of three seeds and fifty epochs. */
  @Test
  void staysResponsiveWithManyExperiments() throws IOException {
    Page page = browser.open(SampleReport.many(200, 3, 50), 1280, ColorScheme.LIGHT);
    page.getByText("All", new Page.GetByTextOptions().setExact(true)).click();
    String shown = page.locator("#charts [role=img]").first().getAttribute("aria-label");
    assertTrue(shown.contains("experiments shown: 200"), shown);
    Number busy =
        (Number)
            page.evaluate(
                """
                () => {
                  const start = performance.now();
                  document.querySelector("#leaderboard th:nth-child(11) button").click();
                  document.getElementById("filter").value = "net-1";
                  document.getElementById("filter").dispatchEvent(new Event("input"));
                  return performance.now() - start;
                }
                """);
    assertTrue(busy.doubleValue() < 2000, busy + " ms to sort and to filter");
    assertEquals(111, texts(page, NAMES).size());
  }

  @Test
  void narrowPagesDoNotScrollSideways() throws IOException {
    Page page = browser.open(SampleReport.article(), 360, ColorScheme.DARK);
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(360, ((Number) wide).intValue());
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
