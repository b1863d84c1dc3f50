package bakeoff.worker;

import bakeoff.result.EpochRow;
import bakeoff.tf.EventFile;
import bakeoff.train.Observer;

/** Writes for TensorBoard what a training says, and passes it on. */
final class Recording implements Observer {

  private final Observer next;
  private final EventFile events;
  private final int batchSize;

  Recording(Observer next, EventFile events, int batchSize) {
    this.next = next;
    this.events = events;
    this.batchSize = batchSize;
  }

  /** By step; the figures are of the epoch so far. */
  @Override
  public void progress(Moment moment) {
    long step = step(moment);
    events.scalar("step/train_loss", step, moment.loss());
    events.scalar("step/train_accuracy", step, moment.accuracy());
    next.progress(moment);
  }

  /** The last batch of an epoch may be smaller. */
  private long step(Moment moment) {
    long images = moment.total() / moment.epochs();
    long stepsPerEpoch = (images + batchSize - 1) / batchSize;
    long inEpoch = (moment.done() % images + batchSize - 1) / batchSize;
    return moment.done() / images * stepsPerEpoch + inEpoch;
  }

  @Override
  public void epoch(EpochRow row, int epochs) {
    events.scalar("epoch/train_loss", row.epoch(), row.trainLoss());
    events.scalar("epoch/train_accuracy", row.epoch(), row.trainAccuracy());
    events.scalar("epoch/test_loss", row.epoch(), row.testLoss());
    events.scalar("epoch/test_accuracy", row.epoch(), row.testAccuracy());
    events.scalar("epoch/learning_rate", row.epoch(), row.learningRate());
    next.epoch(row, epochs);
  }

  @Override
  public void note(String text) {
    next.note(text);
  }

  @Override
  public boolean shouldStop() {
    return next.shouldStop();
  }
}
