package bakeoff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of other people, on terminals of any width. */
class TextDiffTest {

  private static final String LONG = "a-name-that-is-longer-than-most-of-them-are";
  private static final String NASTY = "<b>@team|x\u202Eevil\u001b[31m";

  private ResultsDiff diff = new ResultsDiff("", "", 0.05, List.of());

  @BeforeEach
  void compare(@TempDir Path folder) throws Exception {
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    for (String name : new String[] {LONG, NASTY}) {
      Fixture.usual().salted(name).write(a, "f", name, 0.50, 0.51, 0.52);
      Fixture.usual().salted(name).rate(0.1).write(b, "f", name, 0.60, 0.61, 0.62);
    }
    diff = new Source(folder, Path.of("results"), 0.05).compare("a", "b");
  }

  @Test
  void noLineIsWiderThanTheTerminalAndNoNameIsCut() {
    for (int width : new int[] {30, 60, 80, 100, 120}) {
      String text = TextDiff.of(diff, width, false);
      text.lines().forEach(line -> assertTrue(line.length() <= width, width + ": " + line));
      String joined = text.lines().map(String::strip).reduce("", String::concat);
      // In a table, the rest of a name stands below its beginning.
      String tail = LONG.substring(LONG.length() - 4);
      assertTrue(joined.contains(tail), text);
    }
    assertTrue(TextDiff.of(diff, 160, false).contains(LONG));
  }

  @Test
  void controlCharactersReachNoTerminal() {
    String text = TextDiff.of(diff, 120, false);
    assertFalse(text.contains("\u001b"));
    assertFalse(text.contains("\u202E"));
    assertTrue(TextDiff.of(diff, 120, true).contains("\u001b[32mbetter"));
  }

  @Test
  void markdownShowsNamesAsText() {
    String markdown = MarkdownDiff.of(diff);
    assertTrue(markdown.contains("f/&lt;b&gt;@\u2060team\\|x\uFFFDevil\uFFFD\\[31m"), markdown);
  }

  @Test
  void sameBytesEveryTime() {
    assertEquals(TextDiff.of(diff, 80, false), TextDiff.of(diff, 80, false));
    assertEquals("a → b\n2 better\n\nf\n", TextDiff.of(diff, 160, false).substring(0, 18));
  }

  /** Means of 51 and 61 with sd 1 and n 3: t(0.975; 4) = 2.776 and t(0.995; 4) = 4.604. */
  @Test
  void theIntervalIsOfTheLevelAskedFor(@TempDir Path folder) throws Exception {
    Fixture.usual().write(folder.resolve("a"), "f", "net", 0.50, 0.51, 0.52);
    Fixture.usual().rate(0.1).write(folder.resolve("b"), "f", "net", 0.60, 0.61, 0.62);
    String usual = TextDiff.of(compare(folder, 0.05), 160, false);
    assertTrue(usual.contains("95% interval") && usual.contains("+7.73 to +12.27"), usual);
    ResultsDiff strict = compare(folder, 0.01);
    String text = TextDiff.of(strict, 160, false);
    assertTrue(text.contains("99% interval") && text.contains("+6.24 to +13.76"), text);
    assertTrue(MarkdownDiff.of(strict).contains("| 99% interval |"));
    assertTrue(JsonDiff.of(strict).contains("\"low\":0.06240"), JsonDiff.of(strict));
  }

  private static ResultsDiff compare(Path folder, double alpha) {
    return new Source(folder, Path.of("results"), alpha).compare("a", "b");
  }
}
