package bakeoff.compare;

import bakeoff.spec.Numbers;
import bakeoff.stats.Difference;
import bakeoff.text.Digits;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For programs: format 1 of {@code bakeoff diff --format json}, a line an experiment. */
public final class JsonDiff {

  private static final int FORMAT = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private JsonDiff() {}

  public static String of(ResultsDiff diff) {
    List<String> rows = diff.rows().stream().map(JsonDiff::row).toList();
    return "{\"format\": "
        + FORMAT
        + ", \"experiments\": [\n"
        + String.join(",\n", rows)
        + "\n]}\n";
  }

  private static String row(ExperimentDiff row) {
    StringWriter text = new StringWriter();
    Difference difference = row.difference();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("folder", row.place().folder());
      json.writeStringField("name", row.place().name());
      json.writeStringField("verdict", row.finding().toString());
      number(json, "difference", difference == null ? null : difference.difference());
      number(json, "low", difference == null ? null : difference.low());
      number(json, "high", difference == null ? null : difference.high());
      number(json, "p", row.p());
      texts(json, "changed", row.changed().keys());
      texts(json, "footnotes", row.footnotes());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Six decimals; null for what is not a number. */
  private static void number(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null || !Double.isFinite(value)) {
      json.writeNull();
    } else {
      json.writeNumber(Numbers.shortest(Digits.six(value)).toPlainString());
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
