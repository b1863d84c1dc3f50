package bakeoff.dataset;

/** The training or the test images of a data set; safe to read from several threads. */
public interface Split {

  int count();

  /** The class of an image, from 0. */
  int label(int image);

  /** Writes an image as height x width x channels, row-major, numbers in [0, 1]. */
  void read(int image, float[] pixels);
}
