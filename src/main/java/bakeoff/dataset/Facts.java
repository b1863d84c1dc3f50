package bakeoff.dataset;

import java.util.List;

/** What is known of a data set without its data. Images are height x width x channels. */
public record Facts(
    List<String> classes, int height, int width, int channels, int trainImages, int testImages) {

  public Facts {
    classes = List.copyOf(classes);
  }
}
