package bakeoff.dataset;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Doc(
    "Training images that are set aside, of each class its share: nothing is learnt from them, and after"
        + " every epoch they are shown as test images are, for choices. A number is a fraction.")
public record Validation(
    @Doc(
            value =
                "The share of the training images, of those of `subset` if there is one. Either this or"
                    + " `images`.",
            example = "0.1")
        @Range(above = 0, below = 1)
        @Nullable Double fraction,
    @Doc(value = "How many images. Either this or `fraction`.", example = "5000")
        @Range(min = 1, max = Integer.MAX_VALUE)
        @Nullable Integer images,
    @Doc(
            "What is drawn follows from this, whatever the trial's seed: all trials set the same images"
                + " aside.")
        @Default("0")
        @Range(min = 0, max = Integer.MAX_VALUE)
        int seed) {

  @Shorthand
  @Doc("A fraction of the training images.")
  public static Validation of(@Range(above = 0, below = 1) double fraction) {
    return new Validation(fraction, null, 0);
  }

  /** How many images are set aside. */
  public int count(Facts facts) {
    if (images != null) {
      return images;
    }
    return fraction == null ? 0 : (int) Math.rint(fraction * facts.trainImages());
  }

  /**
   * How many images of each class are set aside, if there are enough: a class's share rounded down,
   * and one more for those with the largest remainders, of equal ones the first.
   */
  public List<Integer> counts(Facts facts) {
    long all = facts.trainImages();
    long count = count(facts);
    List<Long> quotas = facts.train().stream().map(images -> count * images).toList();
    List<Integer> counts = new ArrayList<>();
    quotas.forEach(quota -> counts.add((int) (quota / all)));
    int rest = (int) count - counts.stream().mapToInt(Integer::intValue).sum();
    IntStream.range(0, counts.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer c) -> -(quotas.get(c) % all)))
        .limit(rest)
        .forEach(c -> counts.set(c, counts.get(c) + 1));
    return counts;
  }

  /** The training images in two parts, each in its order. */
  public Dataset of(Dataset whole, Facts facts) {
    Split train = whole.train();
    List<Integer> counts = counts(facts);
    List<int[]> byClass = Part.byClass(train, counts.size());
    boolean[] aside = new boolean[train.count()];
    for (int c = 0; c < counts.size(); c++) {
      int[] images = byClass.get(c);
      int[] order = Chance.of(seed, Purpose.VALIDATION, c).permutation(images.length);
      Arrays.stream(order).limit(counts.get(c)).forEach(place -> aside[images[place]] = true);
    }
    int[] labels = IntStream.range(0, train.count()).map(train::label).toArray();
    int[] kept = IntStream.range(0, aside.length).filter(i -> !aside[i]).toArray();
    int[] drawn = IntStream.range(0, aside.length).filter(i -> aside[i]).toArray();
    return new Dataset(new Part(train, kept, labels), whole.test(), new Part(train, drawn, labels));
  }
}
