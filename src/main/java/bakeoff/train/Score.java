package bakeoff.train;

/**
 * What a model made of a batch.
 *
 * @param loss the sum of its images' losses
 * @param predicted the class with the largest output, of each image
 */
public record Score(double loss, int[] predicted) {

  /** How many of the batch's images were recognized. */
  int correct(Batch batch) {
    int correct = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (predicted[i] == batch.labels()[i]) {
        correct++;
      }
    }
    return correct;
  }
}
