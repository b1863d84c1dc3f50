package bakeoff.report.html;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The sections that only have to be read, from the Markdown they are written in. */
public final class Prose {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private Prose() {}

  /** Tags inside are shown as text. */
  public static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }
}
