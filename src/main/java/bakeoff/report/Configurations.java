package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.spec.SpecKeys;
import bakeoff.spec.SpecKeys.Value;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configuration keys that differ, side by side. */
final class Configurations implements Section {

  private static final int WIDEST = 8;
  private static final String TRAIN = "augmentation.train";
  private static final String TEST = "augmentation.test";

  @Override
  public String markdown(Comparison c) {
    List<Row> shown = new ArrayList<>(c.rows().subList(0, Math.min(WIDEST, c.rows().size())));
    shown.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    List<Map<String, List<Value>>> specs =
        shown.stream().map(row -> SpecKeys.of(row.spec())).toList();
    List<String> columns = new ArrayList<>(List.of("key"));
    shown.forEach(row -> columns.add(Markdown.text(row.name())));
    Markdown.Table table = new Markdown.Table(columns);
    Set<String> keys = differing(specs);
    if (keys.isEmpty()) {
      return "";
    }
    boolean alike =
        specs.stream().allMatch(spec -> Objects.equals(spec.get(TRAIN), spec.get(TEST)));
    for (String key : keys) {
      if (!(alike && key.equals(TEST))) {
        String title = alike && key.equals(TRAIN) ? "augmentation (train and test)" : key;
        List<String> cells = new ArrayList<>(List.of(Markdown.code(title)));
        Set<String> unclear = unclear(specs, key);
        specs.forEach(spec -> cells.add(cell(spec.get(key), unclear)));
        table.row(cells);
      }
    }
    return "## Configurations\n\n"
        + "Only the keys that differ; layers and augmentations by their main argument alone, unless"
        + " two that differ would look the same"
        + Markdown.best(shown.size(), c.rows().size(), "report.html compares any two")
        + ".\n\n"
        + table;
  }

  private static Set<String> differing(List<Map<String, List<Value>>> specs) {
    Set<String> keys = new LinkedHashSet<>();
    specs.forEach(spec -> keys.addAll(spec.keySet()));
    keys.removeIf(
        key -> specs.stream().map(s -> String.valueOf(s.get(key))).distinct().count() < 2);
    return keys;
  }

  /** What is too brief: it stands for several things. */
  private static Set<String> unclear(List<Map<String, List<Value>>> specs, String key) {
    Map<String, String> meant = new HashMap<>();
    Set<String> unclear = new HashSet<>();
    for (Map<String, List<Value>> spec : specs) {
      for (Value value : spec.getOrDefault(key, List.of())) {
        String other = meant.putIfAbsent(value.brief(), value.full());
        if (other != null && !other.equals(value.full())) {
          unclear.add(value.brief());
        }
      }
    }
    return unclear;
  }

  private static String cell(@Nullable List<Value> values, Set<String> unclear) {
    if (values == null) {
      return Digits.NOTHING;
    }
    return values.isEmpty()
        ? "none"
        : values.stream()
            .map(value -> unclear.contains(value.brief()) ? value.full() : value.brief())
            .map(Markdown::text)
            .collect(Collectors.joining("<br>"));
  }
}
