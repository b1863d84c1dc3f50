package bakeoff.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/**
 * A page that asks nothing of any network: its policy forbids all but the styles and scripts that
 * stand in it.
 */
public final class Page {

  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

  private Page() {}

  /**
   * @param context what the templates name; a partial is another template
   * @param data what the scripts read: JSON
   */
  public static String fill(Map<String, Object> context, String data) {
    Map<String, Object> all = new HashMap<>(context);
    all.putAll(Parts.SAME);
    all.put("data", harmless(data));
    return Parts.TEMPLATE.execute(all);
  }

  /** What every page has. */
  private static final class Parts {

    static final Map<String, Object> SAME = same();

    static final Template TEMPLATE =
        Mustache.compiler()
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(Inline.read(name + ".html.mustache")))
            .compile(Inline.read("page.html.mustache"));

    private static Map<String, Object> same() {
      Inline style = Inline.of(UPLOT + "dist/uPlot.min.css", "page.css", "print.css");
      Inline library = new Inline(library());
      Inline script =
          Inline.of(
              "page.js", "table.js", "curves.js", "confusion.js", "difference.js", "start.js");
      return Map.of(
          "policy", policy(style, library, script),
          "style", style.text(),
          "library", library.text(),
          "script", script.text());
    }
  }

  /** The charts, with their licence. */
  private static String library() {
    String licence = Inline.read(UPLOT + "LICENSE").strip().replace("*/", "* /");
    return "\n/*!\n" + licence + "\n*/\n" + Inline.read(UPLOT + "dist/uPlot.iife.min.js");
  }

  private static String policy(Inline style, Inline library, Inline script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
        + style.source()
        + "; script-src "
        + library.source()
        + " "
        + script.source();
  }

  /** No character that could end the element it stands in: JSON has these in strings alone. */
  static String harmless(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
