package bakeoff.train;

import bakeoff.result.EpochRow;

/** Told how a training goes; everything it hears can be ignored. */
public interface Observer {

  /** After a step, a few times a second at most. */
  void progress(Moment moment);

  void epoch(EpochRow row, int epochs);

  /** Something worth a line in the log. */
  void note(String text);

  /** After a batch of a test, which may take long. */
  void testing();

  /** Whether the training should leave a checkpoint and stop; asked after every step. */
  boolean shouldStop();

  /**
   * A moment of a training.
   *
   * @param epoch the current one, from 1
   * @param done images of the whole training that are done, in this process or before it
   * @param total images of the whole training
   * @param here images that were trained on in this process
   */
  record Moment(
      int epoch,
      int epochs,
      int phase,
      int phases,
      long done,
      long total,
      long here,
      double loss,
      double accuracy) {}
}
