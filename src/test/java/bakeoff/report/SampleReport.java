package bakeoff.report;

import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes reports to look at into the folder given. */
final class SampleReport {

  private static final double[] TEST = {0.5605, 0.468, 0.442, 0.572, 0.626, 0.697, 0.721, 0.717};
  private static final double[] TRAIN = {0.561, 0.452, 0.441, 0.625, 0.705, 0.921, 0.971, 0.954};
  private static final int[] SEEDS = {5, 5, 5, 3, 3, 1, 1, 0};

  private SampleReport() {}

  public static void main(String[] args) throws IOException {
    Path into = Path.of(args[0]);
    Report.of(article()).write(into.resolve("article"));
    Report.of(new FolderResults("cifar10", Models.article(1), List.of()))
        .write(into.resolve("none"));
    Report.of(hostile()).write(into.resolve("hostile"));
    Report.of(many(200, 3, 50)).write(into.resolve("large"));
    Report.of(many(30, 3, 3)).write(into.resolve("many"));
    ExperimentFile only = Models.small("only", null, 10, 1);
    Report.of(
            new FolderResults("quick", List.of(only), List.of(Results.finished(only, 1, 0.4, 0.5))))
        .write(into.resolve("one"));
  }

  /** Models 1 to 3 with five seeds, 4 and 5 with three, 6 and 7 with one, 8 not run. */
  static FolderResults article() {
    Random chance = new Random(5);
    List<ExperimentFile> files = Models.article(1, 2, 3, 4, 5);
    List<StoredTrial> stored = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      for (int seed = 1; seed <= SEEDS[i]; seed++) {
        double noise = 0.009 * chance.nextGaussian();
        stored.add(Results.finished(files.get(i), seed, TEST[i] + noise, TRAIN[i] + noise / 2));
      }
    }
    stored.add(Results.wrong(files.get(7), 1, new Outcome.Diverged(3, 31_250)));
    stored.add(
        Results.wrong(
            files.get(7), 2, new Outcome.Crashed("killed | by <signal> 9\nout of memory")));
    stored.add(Results.finished(files.get(6), 2, 0.7, 0.9, "stale"));
    stored.add(Results.finished(Models.small("old_net", null, 12, 1), 1, 0.4, 0.5));
    return new FolderResults("cifar10", files, stored);
  }

  /** Names that would be tags, ends of scripts, or turn the direction of writing. */
  static FolderResults hostile() {
    List<String> names =
        List.of(
            "<script>document.title='run'</script>",
            "</script><img src=x onerror=alert(1)>",
            "\"double\" & 'single' {{name}} \\u003c",
            "\uD83E\uDDEA \uD83D\uDC69\u200D\uD83D\uDD2C",
            "\u05E9\u05DC\u05D5\u05DD \u0639\u0631\u0628\u064A");
    List<ExperimentFile> files = new ArrayList<>();
    List<StoredTrial> stored = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String parent = i == 0 ? null : names.get(i - 1);
      ExperimentFile file = Models.small(names.get(i), parent, 10 + i, 1, 2);
      files.add(file);
      stored.add(Results.finished(file, 1, 0.5 + 0.01 * i, 0.6));
      stored.add(Results.finished(file, 2, 0.51 + 0.01 * i, 0.6));
    }
    return new FolderResults("<b>bold</b> & \"folder\"", files, stored);
  }

  static FolderResults many(int experiments, int seeds, int epochs) {
    Random chance = new Random(7);
    List<ExperimentFile> files = new ArrayList<>();
    List<StoredTrial> stored = new ArrayList<>();
    for (int i = 1; i <= experiments; i++) {
      Integer[] list = new Integer[seeds];
      for (int seed = 1; seed <= seeds; seed++) {
        list[seed - 1] = seed;
      }
      String parent = i == 1 ? null : "net-" + i / 2;
      ExperimentFile file = Models.trained("net-" + i, parent, 10 + i, epochs, list);
      files.add(file);
      for (int seed : list) {
        double test = 0.5 + 0.002 * i + 0.008 * chance.nextGaussian();
        stored.add(Results.finished(file, seed, test, test + 0.05));
      }
    }
    return new FolderResults("many", files, stored);
  }
}
