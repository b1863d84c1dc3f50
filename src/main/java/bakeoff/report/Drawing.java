package bakeoff.report;

import bakeoff.report.figure.DotChart;
import bakeoff.report.figure.Grid;
import bakeoff.report.figure.LineChart;
import bakeoff.report.figure.Point;
import bakeoff.report.figure.Series;
import bakeoff.report.figure.TreeChart;
import bakeoff.report.figure.Twig;
import bakeoff.result.EpochRow;
import bakeoff.stats.Interval;
import bakeoff.stats.Verdict;
import bakeoff.text.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A figure of a report: its path below the results, and how it is drawn. */
record Drawing(String path, String title, Supplier<String> svg) {

  private static final int MODELS = 30;
  private static final int CLASSES = 20;

  /** Characters of what a branch of the tree changes. */
  private static final int CHANGES = 56;

  /** None if nothing finished. */
  static List<Drawing> all(Comparison c) {
    List<Row> rows = c.comparable();
    Row leader = c.leader();
    if (rows.isEmpty() || leader == null) {
      return List.of();
    }
    List<Drawing> all = new ArrayList<>();
    curves(
        all,
        "training-accuracy",
        "Training accuracy by epoch",
        "accuracy, %",
        rows,
        epoch -> 100 * epoch.trainAccuracy());
    all.add(testAccuracy(rows));
    curves(
        all,
        "validation-accuracy",
        "Validation accuracy by epoch",
        "accuracy, %",
        rows.stream().filter(row -> row.validationAccuracy() != null).toList(),
        Drawing::validationPercent);
    curves(all, "training-loss", "Training loss by epoch", "loss", rows, EpochRow::trainLoss);
    byClass(all, rows, leader);
    tree(all, c.tree());
    return all;
  }

  private static Drawing of(String name, String title, Supplier<String> svg) {
    return new Drawing("figures/" + name + ".svg", title, svg);
  }

  private static void curves(
      List<Drawing> all,
      String name,
      String title,
      String vertical,
      List<Row> rows,
      Function<EpochRow, Double> figure) {
    List<Series> lines =
        rows.stream()
            .map(
                row ->
                    new Series(
                        Plain.text(row.name()),
                        Means.ofLists(
                            row.finished().stream()
                                .map(trial -> trial.epochs().stream().map(figure).toList())
                                .toList())))
            .filter(line -> !line.values().isEmpty())
            .toList();
    if (!lines.isEmpty()) {
      all.add(of(name, title, new LineChart(title, vertical, lines)::svg));
    }
  }

  private static double validationPercent(EpochRow epoch) {
    Double accuracy = epoch.validationAccuracy();
    return accuracy == null ? Double.NaN : 100 * accuracy;
  }

  private static Drawing testAccuracy(List<Row> rows) {
    List<Point> points = new ArrayList<>();
    boolean hollow = false;
    for (Row row : rows.subList(0, Math.min(MODELS, rows.size()))) {
      Measure accuracy = row.testAccuracy();
      if (accuracy != null) {
        double mean = 100 * accuracy.mean();
        Interval interval = accuracy.interval();
        double low = interval == null ? mean : 100 * interval.low();
        double high = interval == null ? mean : 100 * interval.high();
        points.add(new Point(Plain.text(row.name()), mean, low, high, accuracy.sampling()));
        hollow |= accuracy.sampling();
      }
    }
    String title = "Test accuracy by model" + best(rows.size(), MODELS);
    String note = hollow ? "ring: one seed, interval of test-set sampling only" : "";
    String horizontal = "accuracy, %, with 95% interval";
    return of("test-accuracy", title, new DotChart(title, horizontal, note, points)::svg);
  }

  private static String best(int all, int shown) {
    return all > shown ? ", the best " + shown + " of " + all : "";
  }

  /** What each change did; nothing where no change has results on both sides. */
  private static void tree(List<Drawing> all, List<Branch> branches) {
    if (branches.stream().allMatch(branch -> branch.edge() == null)) {
      return;
    }
    Map<Row, Integer> places = new HashMap<>();
    List<Twig> twigs = new ArrayList<>();
    for (Branch branch : branches.subList(0, Math.min(MODELS, branches.size()))) {
      places.put(branch.row(), twigs.size());
      twigs.add(twig(branch, branch.parent() == null ? -1 : places.get(branch.parent())));
    }
    String title =
        "What each change did to test accuracy"
            + (branches.size() > MODELS ? ", the first " + MODELS + " of " + branches.size() : "");
    String horizontal = "points against the experiment extended, with 95% interval";
    all.add(of("changes", title, new TreeChart(title, horizontal, twigs)::svg));
  }

  private static Twig twig(Branch branch, int parent) {
    Planned edge = branch.edge();
    double value = edge == null ? Double.NaN : 100 * edge.difference().difference();
    double low = edge == null ? Double.NaN : 100 * edge.difference().low();
    double high = edge == null ? Double.NaN : 100 * edge.difference().high();
    String verdict = edge == null ? branch.verdict() : edge.verdict().toString();
    boolean sure =
        edge != null && (edge.verdict() == Verdict.BETTER || edge.verdict() == Verdict.WORSE);
    return new Twig(
        Plain.text(branch.row().name()),
        branch.depth(),
        parent,
        Plain.text(brief(branch.changes())),
        value,
        low,
        high,
        edge == null ? verdict : branch.difference() + " " + verdict,
        sure);
  }

  /** As many as fit a line, and how many more. */
  private static String brief(List<String> changes) {
    StringBuilder brief = new StringBuilder();
    int told = 0;
    for (String change : changes) {
      if (told > 0 && brief.length() + change.length() > CHANGES) {
        break;
      }
      brief.append(told++ == 0 ? "" : "; ").append(change);
    }
    return told < changes.size()
        ? brief + "; " + (changes.size() - told) + " more"
        : brief.toString();
  }

  /** Of many classes, those that the leader finds hardest. */
  private static void byClass(List<Drawing> all, List<Row> rows, Row leader) {
    List<String> classes = leader.classes();
    List<Row> alike =
        rows.stream()
            .filter(row -> row.classes().equals(classes))
            .filter(row -> row.perClassAccuracy().size() == classes.size())
            .toList();
    if (!alike.contains(leader) || classes.isEmpty()) {
      return;
    }
    List<Row> shown = alike.stream().limit(MODELS).toList();
    List<Double> first = leader.perClassAccuracy();
    List<Integer> places =
        IntStream.range(0, classes.size())
            .filter(leader::isTested)
            .boxed()
            .sorted(Comparator.comparingDouble(first::get))
            .limit(CLASSES)
            .sorted()
            .toList();
    List<List<Double>> percent = new ArrayList<>();
    for (Row row : shown) {
      List<Double> shares = row.perClassAccuracy();
      percent.add(places.stream().map(i -> 100 * shares.get(i)).toList());
    }
    String title =
        "Accuracy by class and model, %"
            + (classes.size() > CLASSES ? ", the hardest " + CLASSES + " classes" : "")
            + best(alike.size(), MODELS);
    List<String> names = shown.stream().map(row -> Plain.text(row.name())).toList();
    List<String> columns = places.stream().map(i -> Plain.text(classes.get(i))).toList();
    all.add(of("class-accuracy", title, new Grid(title, names, columns, percent)::svg));
  }
}
