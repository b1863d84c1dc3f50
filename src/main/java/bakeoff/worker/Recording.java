package bakeoff.worker;

import bakeoff.result.EpochRow;
import bakeoff.schedule.ValidationFigures;
import bakeoff.spec.Timetable;
import bakeoff.tf.EventFile;
import bakeoff.train.Observer;

/** Writes for TensorBoard what a training says, and passes it on. */
final class Recording implements Observer {

  private final Observer next;
  private final EventFile events;
  private final Timetable timetable;

  Recording(Observer next, EventFile events, Timetable timetable) {
    this.next = next;
    this.events = events;
    this.timetable = timetable;
  }

  /** By step; the figures are of the epoch so far. */
  @Override
  public void progress(Moment moment) {
    long step = timetable.stepsOver(moment.done());
    events.scalar("step/train_loss", step, moment.loss());
    events.scalar("step/train_accuracy", step, moment.accuracy());
    next.progress(moment);
  }

  @Override
  public void epoch(EpochRow row, int epochs) {
    events.scalar("epoch/train_loss", row.epoch(), row.trainLoss());
    events.scalar("epoch/train_accuracy", row.epoch(), row.trainAccuracy());
    events.scalar("epoch/test_loss", row.epoch(), row.testLoss());
    events.scalar("epoch/test_accuracy", row.epoch(), row.testAccuracy());
    ValidationFigures validated = row.validated();
    if (validated != null) {
      events.scalar("epoch/validation_loss", row.epoch(), validated.loss());
      events.scalar("epoch/validation_accuracy", row.epoch(), validated.accuracy());
    }
    events.scalar("epoch/learning_rate", row.epoch(), row.learningRate());
    next.epoch(row, epochs);
  }

  @Override
  public void note(String text) {
    next.note(text);
  }

  @Override
  public void testing() {
    next.testing();
  }

  @Override
  public boolean shouldStop() {
    return next.shouldStop();
  }
}
