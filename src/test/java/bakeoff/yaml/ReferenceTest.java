package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private final String text = Reference.text();

  @Test
  void itsExampleFileIsValid() throws IOException {
    List<String> files = found("(?s)```yaml\n(# yaml-language-server.*?)```");
    assertEquals(1, files.size());
    assertEquals(List.of(), Schemas.mistakes(files.get(0)));
  }

  @Test
  void theExampleOfEachKindIsValid() throws IOException {
    for (Section section : Section.ALL) {
      if (section.type().isSealed()) {
        for (Map.Entry<String, Class<?>> kind : Kinds.of(section.type()).entrySet()) {
          String example = Example.of(section.place(), kind.getKey(), kind.getValue());
          assertTrue(text.contains(example) || Key.of(kind.getValue()).isEmpty(), example);
          for (String line : example.replaceAll("(?m)^#.*\n", "").lines().toList()) {
            JsonNode value = new YAMLMapper().readTree(line).elements().next();
            assertEquals(List.of(), Schemas.mistakes(Names.of(section.type()), value), line);
          }
        }
      }
    }
  }

  @Test
  void everyLinkHasItsHeading() {
    List<String> anchors = new ArrayList<>();
    for (String heading : headings()) {
      String words = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_ -]", "");
      anchors.add(words.replace(' ', '-'));
    }
    List<String> links = found("\\]\\(#([^)]*)\\)");
    assertTrue(links.size() > 10);
    // A name that is a kind's in two sections has two headings, but no link goes to either.
    links.forEach(link -> assertEquals(1, Collections.frequency(anchors, link), link));
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHead() {
    int cells = 0;
    for (String line : text.lines().toList()) {
      boolean row = line.startsWith("|");
      int count = line.split("(?<!\\\\)\\|", -1).length;
      assertTrue(!row || cells == 0 || count == cells, line);
      cells = row ? count : 0;
    }
  }

  @Test
  void tellsAKeyWithItsRangeDefaultAndForeignNames() {
    assertTrue(
        text.contains("| `rate` | number, at least 0 and below 1 | *required* | The share"), text);
    assertTrue(text.contains("| `strides` | whole number, 1 to 65,536"), text);
    assertTrue(text.contains("Elsewhere `out_channels`."), text);
    assertTrue(text.contains("- conv2d: {filters: 32, kernel_size: 3}"), text);
  }

  /** Outside code, where # begins a comment. */
  private List<String> headings() {
    String prose = text.replaceAll("(?s)```.*?```", "");
    return Pattern.compile("(?m)^#+ (.*)$")
        .matcher(prose)
        .results()
        .map(ReferenceTest::first)
        .toList();
  }

  private List<String> found(String regex) {
    return Pattern.compile(regex).matcher(text).results().map(ReferenceTest::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
