package bakeoff.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Some images of a split.
 *
 * @param labels of all images, as the part counts classes
 */
record Part(Split all, int[] chosen, int[] labels) implements Split {

  /** The images of each class, in their order. */
  static List<int[]> byClass(Split split, int classes) {
    int[] count = new int[classes];
    for (int i = 0; i < split.count(); i++) {
      count[split.label(i)]++;
    }
    List<int[]> byClass = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      byClass.add(new int[count[c]]);
    }
    for (int i = split.count() - 1; i >= 0; i--) {
      byClass.get(split.label(i))[--count[split.label(i)]] = i;
    }
    return byClass;
  }

  @Override
  public int count() {
    return chosen.length;
  }

  @Override
  public int label(int image) {
    return labels[chosen[image]];
  }

  @Override
  public void read(int image, float[] pixels) {
    all.read(chosen[image], pixels);
  }
}
