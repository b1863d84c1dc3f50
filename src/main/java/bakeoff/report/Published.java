package bakeoff.report;

import bakeoff.result.NaturalOrder;
import bakeoff.spec.Numbers;
import bakeoff.spec.Reference;
import bakeoff.stats.Interval;
import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ours beside the figures that the files quote. */
record Published(Form form) implements Section {

  @Override
  public String markdown(Comparison c) {
    List<Row> quoting =
        new ArrayList<>(c.rows().stream().filter(r -> reference(r) != null).toList());
    if (quoting.isEmpty()) {
      return "";
    }
    quoting.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    Markdown.Table table =
        new Markdown.Table(
            "experiment", "figure", "ours:", "95% interval:", "published:", "difference:", "meets");
    Set<String> sources = new LinkedHashSet<>();
    List<Row> shown = quoting.subList(0, Math.min(form.longest(), quoting.size()));
    for (Row row : shown) {
      Reference reference = reference(row);
      if (reference != null) {
        add(table, row, reference);
        String source = reference.source();
        sources.add(source == null ? "" : source);
      }
    }
    sources.remove("");
    String from =
        sources.isEmpty()
            ? ""
            : "Published: "
                + String.join("; ", sources.stream().map(Markdown::text).toList())
                + ". ";
    return "## Against the published figures\n\n"
        + from
        + "Accuracy given to whole percents is taken as cut: 53% stands for 53 to 54."
        + " The loss is the mean training loss of the last complete 2,000 steps of the last"
        + " epoch. The last column says whether the published figure lies in our interval.\n\n"
        + table
        + notes(shown)
        + (shown.size() < quoting.size()
            ? "\n"
                + Digits.count(quoting.size() - shown.size())
                + " more experiments are left out here: `report.html` has all.\n"
            : "");
  }

  private static String notes(List<Row> shown) {
    StringBuilder notes = new StringBuilder();
    for (Row row : shown) {
      Reference reference = reference(row);
      String note = reference == null ? null : reference.note();
      if (note != null) {
        notes.append("- ").append(Markdown.text(row.name())).append(": ");
        notes.append(Markdown.escaped(Plain.whole(note))).append('\n');
      }
    }
    return notes.isEmpty() ? "" : "\n" + notes;
  }

  /** Null if it quotes no figure; one may hold claims alone. */
  private static @Nullable Reference reference(Row row) {
    Reference reference = row.file() == null ? null : row.file().experiment().reference();
    boolean quotes =
        reference != null
            && Stream.of(reference.testAccuracy(), reference.trainAccuracy(), reference.loss())
                .anyMatch(Objects::nonNull);
    return quotes ? reference : null;
  }

  private static void add(Markdown.Table table, Row row, Reference reference) {
    boolean current = row.isComparable();
    accuracy(
        table,
        row,
        "test accuracy, %",
        reference.testAccuracy(),
        current ? row.testAccuracy() : null);
    accuracy(
        table,
        row,
        "training accuracy, %",
        reference.trainAccuracy(),
        current ? row.trainAccuracy() : null);
    Double loss = reference.loss();
    if (loss != null) {
      Measure ours = current ? row.lastPrintedLoss() : null;
      BigDecimal given = Numbers.shortest(loss);
      double half = given.ulp().doubleValue() / 2;
      line(
          table,
          row,
          "training loss, last 2,000 steps",
          Measure.loss(ours),
          ours == null ? Digits.NOTHING : Digits.loss(ours.interval()),
          given.toPlainString(),
          ours == null ? Digits.NOTHING : Digits.signed(ours.mean() - loss, 3),
          meets(ours, loss - half, loss + half));
    }
  }

  private static void accuracy(
      Markdown.Table table,
      Row row,
      String figure,
      @Nullable Double published,
      @Nullable Measure ours) {
    if (published == null) {
      return;
    }
    BigDecimal given = Numbers.shortest(published);
    boolean whole = given.scale() <= 2;
    double half = given.ulp().doubleValue() / 2;
    line(
        table,
        row,
        figure,
        Measure.percent(ours),
        interval(ours),
        whole ? Digits.wholePercent(published) : Digits.percent(published),
        ours == null ? Digits.NOTHING : Digits.points(ours.mean() - published),
        whole
            ? meets(ours, published, published + 0.01)
            : meets(ours, published - half, published + half));
  }

  private static String interval(@Nullable Measure ours) {
    if (ours == null) {
      return Digits.NOTHING;
    }
    return Digits.percent(ours.interval()) + (ours.sampling() ? Footnotes.SAMPLING : "");
  }

  private static String meets(@Nullable Measure ours, double from, double to) {
    Interval interval = ours == null ? null : ours.interval();
    if (interval == null) {
      return Digits.NOTHING;
    }
    return interval.meets(from, to) ? "yes" : "no";
  }

  private static void line(Markdown.Table table, Row row, String... cells) {
    List<String> line = new ArrayList<>(List.of(Markdown.text(row.name())));
    line.addAll(List.of(cells));
    table.row(line);
  }
}
