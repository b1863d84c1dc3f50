package bakeoff.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A model without a network: its one weight mixes everything it was shown, so that it ends
 * elsewhere if anything is shown otherwise. It writes down its calls.
 */
final class FakeModel implements Model {

  /**
   * @param images a hash of the images' pixels, in order
   */
  record Call(long step, double rate, List<Integer> numbers, List<Integer> images) {}

  final List<Call> steps = new ArrayList<>();
  final List<Call> scores = new ArrayList<>();
  private float weight = 1;
  long failingStep = -1;
  long failingScore = -1;
  double failingLoss = Double.NaN;

  @Override
  public Score step(Batch batch, double learningRate, long step) {
    Call call = call(batch, step, learningRate);
    steps.add(call);
    weight = (float) (weight * 0.9 + learningRate * (call.images().hashCode() % 1000) / 1000);
    return step == failingStep ? score(batch, failingLoss) : score(batch, loss(batch));
  }

  @Override
  public Score score(Batch batch) {
    scores.add(call(batch, -1, 0));
    return score(batch, scores.size() - 1 == failingScore ? failingLoss : loss(batch));
  }

  private double loss(Batch batch) {
    return batch.size() * (1 + Math.abs(weight));
  }

  /** Right about every image of an even number. */
  private static Score score(Batch batch, double loss) {
    int[] predicted = new int[batch.size()];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = batch.labels()[i] % 2 == 0 ? batch.labels()[i] : 0;
    }
    return new Score(loss, predicted);
  }

  private static Call call(Batch batch, long step, double rate) {
    int size = batch.images().length / batch.labels().length;
    List<Integer> numbers = new ArrayList<>();
    List<Integer> images = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      numbers.add(Numbered.of(batch, i));
      images.add(Arrays.hashCode(Arrays.copyOfRange(batch.images(), i * size, (i + 1) * size)));
    }
    return new Call(step, rate, numbers, images);
  }

  @Override
  public Map<String, Array> state() {
    return Map.of(
        "weight", new Array(List.of(), new float[] {weight}),
        "other", new Array(List.of(2, 3), new float[] {1, 2, 3, 4, 5, -0.0f}));
  }

  @Override
  public void restore(Map<String, Array> state) {
    Array array = state.get("weight");
    if (array == null || state.size() != 2) {
      throw new IllegalArgumentException("it holds other arrays");
    }
    weight = array.numbers()[0];
  }

  @Override
  public void close() {}
}
