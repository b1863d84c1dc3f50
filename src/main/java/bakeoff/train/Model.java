package bakeoff.train;

import java.util.Map;

/** A network that learns: the port between the training loop and TensorFlow. Not thread-safe. */
public interface Model extends AutoCloseable {

  /**
   * One step of training.
   *
   * @param step counts all steps of the training from 0; everything random follows from it
   */
  Score step(Batch batch, double learningRate, long step);

  /** The outputs for a batch, without learning. */
  Score score(Batch batch);

  /** The same at the end of training, when more may be spent on it: several views of an image. */
  default Score lastScore(Batch batch) {
    return score(batch);
  }

  /**
   * Exchanges the weights with those that a training which ends here has, where these are others:
   * lookahead's slow ones. Twice is as before.
   */
  default void exchangeSlow() {}

  /** Weights and optimizer state, by name, as copies. */
  Map<String, Array> state();

  /**
   * @throws IllegalArgumentException if names or shapes are not those of {@link #state}
   */
  void restore(Map<String, Array> state);

  @Override
  void close();
}
