package bakeoff.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A model that has, after each epoch, the validation loss of a script. Its state is how many steps
 * it made, and how often its weights and slow ones were exchanged.
 */
final class Scripted implements Model {

  /** Validation batches are told apart by their size. */
  static final int VALIDATION = 5;

  final List<Double> rates = new ArrayList<>();
  final List<Integer> last = new ArrayList<>();
  private final int stepsPerEpoch;
  private final double[] losses;
  private int steps;
  private int exchanged;

  Scripted(int stepsPerEpoch, double... losses) {
    this.stepsPerEpoch = stepsPerEpoch;
    this.losses = losses;
  }

  @Override
  public Score step(Batch batch, double learningRate, long step) {
    if (exchanged % 2 != 0) {
      throw new AssertionError("trains with slow weights");
    }
    steps++;
    rates.add(learningRate);
    return new Score(batch.size(), new int[batch.size()]);
  }

  private int epoch() {
    return (steps + stepsPerEpoch - 1) / stepsPerEpoch;
  }

  /** Test images are all taken for the class of the epoch's number. */
  @Override
  public Score score(Batch batch) {
    int[] predicted = new int[batch.size()];
    Arrays.fill(predicted, epoch());
    double loss = batch.size() == VALIDATION ? losses[epoch() - 1] : 1;
    return new Score(batch.size() * loss, predicted);
  }

  @Override
  public Score lastScore(Batch batch) {
    last.add(epoch());
    if (exchanged % 2 != 1) {
      throw new AssertionError("tested with other weights than the slow ones");
    }
    return score(batch);
  }

  @Override
  public void exchangeSlow() {
    exchanged++;
  }

  @Override
  public Map<String, Array> state() {
    return Map.of("steps", new Array(List.of(2), new float[] {steps, exchanged % 2}));
  }

  @Override
  public void restore(Map<String, Array> state) {
    Array array = state.get("steps");
    if (array == null || state.size() != 1) {
      throw new IllegalArgumentException("it holds other arrays");
    }
    steps = (int) array.numbers()[0];
    exchanged = (int) array.numbers()[1];
  }

  @Override
  public void close() {}
}
