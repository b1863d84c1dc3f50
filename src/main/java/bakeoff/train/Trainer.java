package bakeoff.train;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Dataset;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.spec.Experiment;
import bakeoff.spec.Timetable;
import bakeoff.spec.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The training loop: phases, epochs, batches. */
public final class Trainer {

  private static final int TEST_BATCH = 200;
  private static final long PROGRESS_NANOS = 200_000_000L;

  private final Experiment experiment;
  private final int seed;
  private final Pictures train;
  private final Pictures test;
  private final Model model;
  private final Checkpoints checkpoints;
  private final Observer observer;
  private final Timetable timetable;

  public Trainer(
      Trial trial, Dataset data, Model model, Checkpoints checkpoints, Observer observer) {
    this.experiment = trial.experiment();
    this.seed = trial.seed();
    this.train = Pictures.train(experiment, data.train(), seed);
    this.test = Pictures.test(experiment, data.test(), seed);
    this.model = model;
    this.checkpoints = checkpoints;
    this.observer = observer;
    this.timetable =
        new Timetable(
            experiment.training().phases(),
            train.count(),
            experiment.training().stepImages(),
            experiment.training().dropLast());
  }

  /**
   * Trains from the last checkpoint, or from the start.
   *
   * @throws Stopped if the observer asked for it
   */
  public Trained train() {
    Position position = checkpoints.resume(model, observer);
    List<EpochRow> rows = new ArrayList<>(position.rows());
    Tally tally = new Tally(position.tally());
    int epoch = position.epoch();
    int step = position.step();
    Clock clock = new Clock(epoch, step);
    Evaluation evaluation = null;
    try (Batches batches = trainBatches(epoch, step)) {
      for (; epoch < timetable.epochs(); epoch++) {
        for (; step < timetable.stepsOf(epoch); step++) {
          Batch batch = batches.next();
          long number = number(epoch, step);
          Score score = model.step(batch, timetable.rate(number), number);
          if (!Double.isFinite(score.loss())) {
            return diverged(epoch, step, rows);
          }
          tally.add(score, batch);
          clock.tick(epoch, step, tally, rows);
        }
        evaluation = evaluate(epoch == timetable.epochs() - 1);
        if (!Double.isFinite(evaluation.loss())) {
          return diverged(epoch, timetable.stepsOf(epoch) - 1, rows);
        }
        long last = number(epoch, timetable.stepsOf(epoch) - 1);
        EpochRow row =
            tally.row(epoch + 1, timetable.phaseOf(last) + 1, timetable.rate(last), evaluation);
        rows.add(row);
        observer.epoch(row, timetable.epochs());
        tally = new Tally();
        step = 0;
      }
    }
    Evaluation last = evaluation == null ? evaluate(true) : evaluation;
    return new Trained(new Outcome.Finished(), rows, last);
  }

  private Trained diverged(int epoch, int step, List<EpochRow> rows) {
    return new Trained(new Outcome.Diverged(epoch + 1, number(epoch, step)), rows, null);
  }

  /** A step's number in the whole training, from 0. */
  private long number(int epoch, int step) {
    return epoch * timetable.stepsPerEpoch() + step;
  }

  private Batches trainBatches(int epoch, int step) {
    return new Batches(
        train,
        experiment.training().stepImages(),
        pass -> pass < timetable.epochs() ? order(pass) : null,
        epoch,
        step);
  }

  /** The images of an epoch as they come. */
  private int[] order(int epoch) {
    int[] all = Chance.of(seed, Purpose.SHUFFLE, epoch).permutation(train.count());
    return Arrays.copyOf(all, timetable.imagesOf(epoch));
  }

  /** All test images, in order, in batches of one size: the size changes the last bits. */
  private Evaluation evaluate(boolean last) {
    int count = test.count();
    int[] inOrder = new int[count];
    for (int i = 0; i < count; i++) {
      inOrder[i] = i;
    }
    int[] labels = new int[count];
    int[] predicted = new int[count];
    double loss = 0;
    try (Batches batches =
        new Batches(test, TEST_BATCH, pass -> pass == 0 ? inOrder : null, 0, 0)) {
      for (int from = 0; from < count; from += TEST_BATCH) {
        Batch batch = batches.next();
        Score score = last ? model.lastScore(batch) : model.score(batch);
        loss += score.loss();
        System.arraycopy(batch.labels(), 0, labels, from, batch.size());
        System.arraycopy(score.predicted(), 0, predicted, from, batch.size());
      }
    }
    return new Evaluation(loss / count, labels, predicted);
  }

  /** What happens between steps by the clock on the wall; it changes no result. */
  private final class Clock {

    private final long doneBefore;
    private long told = System.nanoTime();

    Clock(int epoch, int step) {
      doneBefore = timetable.imagesBefore(number(epoch, step));
    }

    void tick(int epoch, int step, Tally tally, List<EpochRow> rows) {
      long now = System.nanoTime();
      boolean stop = observer.shouldStop();
      if (stop || checkpoints.isDue(now)) {
        checkpoints.save(model, new Position(epoch, step + 1, tally.saved(), List.copyOf(rows)));
      }
      if (stop) {
        throw new Stopped();
      }
      if (now - told >= PROGRESS_NANOS) {
        told = now;
        long number = number(epoch, step);
        long done = timetable.imagesBefore(number + 1);
        observer.progress(
            new Observer.Moment(
                epoch + 1,
                timetable.epochs(),
                timetable.phaseOf(number) + 1,
                timetable.phases(),
                done,
                timetable.imagesBefore(timetable.steps()),
                done - doneBefore,
                tally.meanLoss(),
                tally.accuracy()));
      }
    }
  }
}
