package bakeoff.report.figure;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the templates beside this class. No font is asked how wide it is: widths are counted. */
final class Svg {

  /** Pixels of a character of the size that labels have; a wide one. */
  static final double CHARACTER = 10;

  static final int LONGEST_NAME = 24;

  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  private Svg() {}

  static String fill(String template, Object context) {
    return TEMPLATES.computeIfAbsent(template, Svg::compiled).execute(context);
  }

  private static Template compiled(String template) {
    String path = template + ".svg.mustache";
    try (InputStream in = Svg.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Mustache.compiler().emptyStringIsFalse(true).compile(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels, to a tenth. */
  static String number(double pixels) {
    double tenths = pixels * 10;
    double half = Math.abs(tenths - Math.floor(tenths) - 0.5);
    if (half > 1e-6 && Math.abs(tenths) < 1e9) {
      return tenths(Math.round(tenths));
    }
    BigDecimal rounded = BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_EVEN);
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  private static String tenths(long tenths) {
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
  }

  /** A name that fits its place; what is left out is an ellipsis. */
  static String name(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  /** How wide a title may come out, with its margins. */
  static double titleWidth(String title) {
    return 40 + 1.4 * CHARACTER * title.codePointCount(0, title.length());
  }

  /** How wide the widest of these names may come out. */
  static double width(Iterable<String> names) {
    double widest = 0;
    for (String name : names) {
      widest = Math.max(widest, name(name).codePointCount(0, name(name).length()) * CHARACTER);
    }
    return widest;
  }
}
