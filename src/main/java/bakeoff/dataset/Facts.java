package bakeoff.dataset;

import java.util.Collections;
import java.util.List;

/**
 * What is known of a data set without its data. Images are height x width x channels.
 *
 * @param train how many training images each class has
 * @param test how many test images each class has
 */
public record Facts(
    List<String> classes,
    int height,
    int width,
    int channels,
    List<Integer> train,
    List<Integer> test) {

  public Facts {
    classes = List.copyOf(classes);
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /** Of a data set whose classes have the same number of images. */
  static Facts even(
      List<String> classes, int height, int width, int channels, int train, int test) {
    int count = classes.size();
    return new Facts(
        classes,
        height,
        width,
        channels,
        Collections.nCopies(count, train / count),
        Collections.nCopies(count, test / count));
  }

  public int trainImages() {
    return train.stream().mapToInt(Integer::intValue).sum();
  }

  public int testImages() {
    return test.stream().mapToInt(Integer::intValue).sum();
  }
}
