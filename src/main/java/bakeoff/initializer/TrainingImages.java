package bakeoff.initializer;

/** Training images as a network gets them, for weights that follow from them. */
public interface TrainingImages {

  int count();

  int height();

  int width();

  int channels();

  /** Writes an image, not augmented, as height x width x channels, row-major. */
  void read(int image, float[] numbers);
}
