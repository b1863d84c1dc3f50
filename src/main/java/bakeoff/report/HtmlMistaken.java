package bakeoff.report;

import bakeoff.dataset.Facts;
import bakeoff.dataset.Split;
import bakeoff.problem.UserError;
import bakeoff.spec.ExperimentFile;
import bakeoff.text.Digits;
import bakeoff.text.Plain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The leader's mistaken test images, and the leader against other trained networks on the same.
 *
 * @param name the experiment with its seed
 * @param discordances none if no other network saw the same images
 */
record HtmlMistaken(
    String name, String wrong, String all, List<Group> groups, List<Against> discordances) {

  private static final int GROUPS = 12;
  private static final int EACH = 12;
  private static final int NETWORKS = 10;

  /** Characters of all images together. */
  private static final int LARGEST = 2_000_000;

  /** A class that was taken for another. */
  record Group(String title, String count, List<Picture> pictures) {}

  /** An image in the page. */
  record Picture(String source, int width, int height, String alt) {}

  /** The tests, if there are any. */
  record Against(List<String> texts) {}

  /**
   * Read from the predictions beside the results, and the data.
   *
   * @throws UserError if either is missing
   */
  static HtmlMistaken of(Comparison c, Path results, Path data) {
    Row leader = c.leader();
    ExperimentFile file = leader == null ? null : leader.file();
    if (leader == null || file == null) {
      throw new UserError(
          c.folder() + ": nothing has finished, so there are no mistaken images",
          "`bakeoff run` trains");
    }
    Split test = file.experiment().open(data).test();
    Judged judged = Judged.of(leader, results, test);
    Map<List<Integer>, List<Integer>> mistaken = mistaken(judged);
    int wrong = mistaken.values().stream().mapToInt(List::size).sum();
    List<String> tests =
        c.comparable().stream()
            .filter(row -> !row.equals(leader))
            .filter(row -> row.data().digest().equals(leader.data().digest()))
            .filter(row -> row.testAugmentation().equals(leader.testAugmentation()))
            .limit(NETWORKS)
            .map(row -> Discordance.of(judged, Judged.of(row, results, test)).text())
            .toList();
    return new HtmlMistaken(
        Plain.text(judged.label()),
        Digits.count(wrong),
        Digits.count(test.count()),
        groups(mistaken, test, file.experiment().facts()),
        tests.isEmpty() ? List.of() : List.of(new Against(tests)));
  }

  /** True and predicted class to the images. */
  private static Map<List<Integer>, List<Integer>> mistaken(Judged judged) {
    Map<List<Integer>, List<Integer>> mistaken =
        new TreeMap<>(
            Comparator.comparing((List<Integer> pair) -> pair.get(0))
                .thenComparing(pair -> pair.get(1)));
    for (int image = 0; image < judged.predicted().length; image++) {
      if (!judged.isRight(image)) {
        List<Integer> pair = List.of(judged.test().label(image), judged.predicted()[image]);
        mistaken.computeIfAbsent(pair, p -> new ArrayList<>()).add(image);
      }
    }
    return mistaken;
  }

  /** The most frequent first, as long as there is room. */
  private static List<Group> groups(
      Map<List<Integer>, List<Integer>> mistaken, Split test, Facts facts) {
    List<Map.Entry<List<Integer>, List<Integer>>> order = new ArrayList<>(mistaken.entrySet());
    order.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
    List<Group> groups = new ArrayList<>();
    int room = LARGEST;
    for (var entry : order.subList(0, Math.min(GROUPS, order.size()))) {
      String title = title(entry.getKey(), facts.classes());
      List<Picture> pictures = new ArrayList<>();
      for (int image : entry.getValue().subList(0, Math.min(EACH, entry.getValue().size()))) {
        String source = Png.source(test, image, facts);
        room -= source.length();
        if (room >= 0) {
          int scale = Math.max(1, 64 / facts.width());
          String alt = "test image " + image + ", " + title;
          pictures.add(new Picture(source, scale * facts.width(), scale * facts.height(), alt));
        }
      }
      if (!pictures.isEmpty()) {
        groups.add(new Group(title, Digits.count(entry.getValue().size(), "image"), pictures));
      }
    }
    return groups;
  }

  private static String title(List<Integer> pair, List<String> classes) {
    return name(pair.get(0), classes) + " taken for " + name(pair.get(1), classes);
  }

  private static String name(int place, List<String> classes) {
    return place < classes.size() ? Plain.text(classes.get(place)) : "class " + place;
  }
}
