package bakeoff.train;

/**
 * What a model made of a batch.
 *
 * @param loss the sum of its images' losses
 * @param predicted the class with the largest output, of each image
 */
public record Score(double loss, int[] predicted) {

  /** How many of the batch's images were recognized; of a mixed one the class's share counts. */
  double correct(Batch batch) {
    double correct = 0;
    for (int i = 0; i < batch.size(); i++) {
      correct += batch.target(i, predicted[i]);
    }
    return correct;
  }
}
