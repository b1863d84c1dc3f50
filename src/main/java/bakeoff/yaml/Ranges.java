package bakeoff.yaml;

import bakeoff.schema.Range;
import bakeoff.spec.Numbers;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers a key takes, for the schema and in words. */
final class Ranges {

  private Ranges() {}

  static ObjectNode schema(@Nullable Range range) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (range != null) {
      put(node, "minimum", range.min());
      put(node, "exclusiveMinimum", range.above());
      put(node, "maximum", range.max());
      put(node, "exclusiveMaximum", range.below());
    }
    return node;
  }

  private static void put(ObjectNode node, String keyword, double bound) {
    if (Double.isFinite(bound)) {
      BigDecimal number = Numbers.shortest(bound);
      if (number.scale() == 0) {
        node.put(keyword, number.longValueExact());
      } else {
        node.put(keyword, number);
      }
    }
  }

  /** As in "at least 0 and below 1"; empty if every number will do. */
  static String words(@Nullable Range range) {
    if (range == null) {
      return "";
    }
    if (Double.isFinite(range.min()) && Double.isFinite(range.max())) {
      return text(range.min()) + " to " + text(range.max());
    }
    List<String> bounds = new ArrayList<>();
    add(bounds, "at least ", range.min());
    add(bounds, "above ", range.above());
    add(bounds, "at most ", range.max());
    add(bounds, "below ", range.below());
    return String.join(" and ", bounds);
  }

  private static void add(List<String> bounds, String word, double bound) {
    if (Double.isFinite(bound)) {
      bounds.add(word + text(bound));
    }
  }

  private static String text(double bound) {
    BigDecimal number = Numbers.shortest(bound);
    return number.scale() == 0 && bound >= 10_000
        ? Numbers.grouped(number.longValueExact())
        : number.toPlainString();
  }
}
