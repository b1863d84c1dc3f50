package bakeoff.compare;

import bakeoff.result.StableJson;
import bakeoff.stats.Difference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For programs: format 1 of {@code bakeoff diff --format json}. */
public final class JsonDiff {

  private static final int FORMAT = 1;

  private JsonDiff() {}

  public static String of(ResultsDiff diff) {
    List<Map<String, @Nullable Object>> rows = diff.rows().stream().map(JsonDiff::row).toList();
    return new String(
        StableJson.write(Map.of("format", FORMAT, "experiments", rows)), StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> row(ExperimentDiff row) {
    Difference difference = row.difference();
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("folder", row.place().folder());
    map.put("name", row.place().name());
    map.put("verdict", row.finding().toString());
    map.put("difference", difference == null ? null : Digits.six(difference.difference()));
    map.put("low", difference == null ? null : Digits.six(difference.low()));
    map.put("high", difference == null ? null : Digits.six(difference.high()));
    map.put("p", row.p() == null ? null : Digits.six(row.p()));
    map.put("changed", row.changed().stream().map(Change::key).toList());
    map.put("footnotes", row.footnotes());
    return map;
  }
}
