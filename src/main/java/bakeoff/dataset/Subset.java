package bakeoff.dataset;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

@Doc("A part of the data set. A number is a fraction of the training images.")
public record Subset(
    @Doc("Of each class, this share of its training images, drawn at random.")
        @Default("1")
        @Range(above = 0, max = 1)
        double fraction,
    @Doc(
            value =
                "Only these classes, in training and test, in the data set's order; all if empty.",
            example = "[cat, dog]")
        @Default("[]")
        List<String> classes,
    @Doc("What is drawn follows from this, whatever the trial's seed.")
        @Default("0")
        @Range(min = 0, max = Integer.MAX_VALUE)
        int seed) {

  public Subset {
    classes = List.copyOf(classes);
  }

  @Shorthand
  @Doc("A fraction of each class's training images.")
  public static Subset of(@Range(above = 0, max = 1) double fraction) {
    return new Subset(fraction, List.of(), 0);
  }

  /** The facts of the part. */
  public Facts of(Facts whole) {
    List<String> names = new ArrayList<>();
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int c = 0; c < whole.classes().size(); c++) {
      if (keeps(whole.classes().get(c))) {
        names.add(whole.classes().get(c));
        train.add(share(whole.train().get(c)));
        test.add(whole.test().get(c));
      }
    }
    return new Facts(names, whole.height(), whole.width(), whole.channels(), train, test);
  }

  /** The images of the part, in the data set's order; the classes count from 0 again. */
  public Dataset of(Dataset whole, Facts facts) {
    return new Dataset(part(whole.train(), facts, true), part(whole.test(), facts, false));
  }

  private boolean keeps(String name) {
    return classes.isEmpty() || classes.contains(name);
  }

  private int share(int images) {
    return (int) Math.min(images, Math.max(1, Math.rint(fraction * images)));
  }

  private Split part(Split all, Facts facts, boolean drawn) {
    List<int[]> byClass = Part.byClass(all, facts.classes().size());
    int[] labels = new int[all.count()];
    int[] chosen = new int[0];
    int next = 0;
    for (int c = 0; c < facts.classes().size(); c++) {
      if (keeps(facts.classes().get(c))) {
        int[] images = drawn ? draw(byClass.get(c), c) : byClass.get(c);
        for (int image : images) {
          labels[image] = next;
        }
        int end = chosen.length;
        chosen = Arrays.copyOf(chosen, end + images.length);
        System.arraycopy(images, 0, chosen, end, images.length);
        next++;
      }
    }
    Arrays.sort(chosen);
    return new Part(all, chosen, labels);
  }

  private int[] draw(int[] images, int label) {
    int count = share(images.length);
    int[] order = Chance.of(seed, Purpose.SUBSET, label).permutation(images.length);
    return Arrays.stream(order).limit(count).map(place -> images[place]).toArray();
  }
}
