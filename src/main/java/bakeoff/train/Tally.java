package bakeoff.train;

import bakeoff.result.EpochRow;
import bakeoff.schedule.ValidationFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running sums of one epoch; saved with a checkpoint, so that they go on exactly. */
final class Tally {

  /** A row keeps the mean loss of every so many steps, as PyTorch's tutorial prints it. */
  private static final int WINDOW = 2_000;

  private double loss;
  private double correct;
  private long images;
  private double windowLoss;
  private int windowSteps;
  private final List<Double> losses = new ArrayList<>();

  Tally() {}

  Tally(Saved saved) {
    loss = saved.loss();
    correct = saved.correct();
    images = saved.images();
    windowLoss = saved.windowLoss();
    windowSteps = saved.windowSteps();
    losses.addAll(saved.losses());
  }

  /** What a checkpoint keeps of it. */
  record Saved(
      double loss,
      double correct,
      long images,
      double windowLoss,
      int windowSteps,
      List<Double> losses) {}

  Saved saved() {
    return new Saved(loss, correct, images, windowLoss, windowSteps, List.copyOf(losses));
  }

  void add(Score score, Batch batch) {
    loss += score.loss();
    correct += score.correct(batch);
    images += batch.size();
    windowLoss += score.loss() / batch.size();
    if (++windowSteps == WINDOW) {
      losses.add(windowLoss / WINDOW);
      windowLoss = 0;
      windowSteps = 0;
    }
  }

  double meanLoss() {
    return images == 0 ? 0 : loss / images;
  }

  double accuracy() {
    return images == 0 ? 0 : correct / images;
  }

  long images() {
    return images;
  }

  /**
   * The finished epoch.
   *
   * @param validated null if no images are set aside
   */
  EpochRow row(
      int epoch, int phase, double rate, Evaluation test, @Nullable ValidationFigures validated) {
    return new EpochRow(
        epoch,
        phase,
        rate,
        meanLoss(),
        accuracy(),
        test.loss(),
        test.accuracy(),
        losses,
        validated == null ? null : validated.loss(),
        validated == null ? null : validated.accuracy());
  }
}
