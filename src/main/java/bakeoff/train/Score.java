package bakeoff.train;

/**
 * What a model made of a batch.
 *
 * @param loss the sum of its images' losses
 * @param predicted the class with the largest output, of each image
 * @param ranks how many classes come before each image's own when the largest outputs come first,
 *     of equal ones the first class; empty in training
 */
public record Score(double loss, int[] predicted, int[] ranks) {

  /** Without ranks. */
  public Score(double loss, int[] predicted) {
    this(loss, predicted, new int[0]);
  }

  /** How many of the batch's images were recognized; of a mixed one the class's share counts. */
  double correct(Batch batch) {
    double correct = 0;
    for (int i = 0; i < batch.size(); i++) {
      correct += batch.target(i, predicted[i]);
    }
    return correct;
  }
}
