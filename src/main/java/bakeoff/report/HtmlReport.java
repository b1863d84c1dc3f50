package bakeoff.report;

import bakeoff.report.html.Page;
import bakeoff.report.html.Prose;
import bakeoff.text.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code report.html}: the comparison to explore, in one file. */
final class HtmlReport {

  private static final List<Section> HEAD = List.of(new Headline(), new Trust());
  private static final List<Section> AFTER_TREE =
      List.of(
          new Next(),
          new Published(Form.WHOLE),
          new Claims(Form.WHOLE),
          new FurtherMetrics(Form.WHOLE));
  private static final List<Section> LAST = List.of(new Wrong(), new Footnotes());

  private HtmlReport() {}

  static byte[] write(Comparison c) {
    return write(c, List.of());
  }

  /**
   * The same with images.
   *
   * @param mistaken one, or none
   */
  static byte[] write(Comparison c, List<HtmlMistaken> mistaken) {
    List<Row> curves = c.comparable();
    List<HtmlTree.Line> tree = HtmlTree.lines(c);
    Map<String, Object> context =
        Map.of(
            "folder", Plain.text(c.folder()),
            "head", prose(c, HEAD),
            "leaderboard", HtmlLeaderboard.of(c),
            "tree", tree.isEmpty() ? List.of() : Map.of("lines", tree),
            "afterTree", prose(c, AFTER_TREE),
            "explored", !curves.isEmpty(),
            "classes", HtmlClasses.of(c),
            "several", c.rows().size() > 1,
            "mistaken", mistaken,
            "last", prose(c, LAST));
    return Page.fill(context, CompactJson.of(HtmlData.of(c))).getBytes(StandardCharsets.UTF_8);
  }

  private static String prose(Comparison c, List<Section> sections) {
    return sections.stream()
        .map(section -> section.markdown(c))
        .filter(text -> !text.isEmpty())
        .map(Prose::html)
        .collect(Collectors.joining("\n"));
  }
}
