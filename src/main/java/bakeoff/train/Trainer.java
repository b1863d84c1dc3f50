package bakeoff.train;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Dataset;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.spec.Experiment;
import bakeoff.spec.Phase;
import bakeoff.spec.Trial;
import java.util.ArrayList;
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
  private final int stepsPerEpoch;

  public Trainer(
      Trial trial, Dataset data, Model model, Checkpoints checkpoints, Observer observer) {
    this.experiment = trial.experiment();
    this.seed = trial.seed();
    this.train = Pictures.train(experiment, data.train(), seed);
    this.test = Pictures.test(experiment, data.test(), seed);
    this.model = model;
    this.checkpoints = checkpoints;
    this.observer = observer;
    int batchSize = experiment.training().batchSize();
    this.stepsPerEpoch = (train.count() + batchSize - 1) / batchSize;
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
      for (; epoch < experiment.training().epochs(); epoch++) {
        for (; step < stepsPerEpoch; step++) {
          Batch batch = batches.next();
          Score score = model.step(batch, rate(epoch, step), number(epoch, step));
          if (!Double.isFinite(score.loss())) {
            return diverged(epoch, step, rows);
          }
          tally.add(score, batch);
          clock.tick(epoch, step, tally, rows);
        }
        evaluation = evaluate();
        if (!Double.isFinite(evaluation.loss())) {
          return diverged(epoch, stepsPerEpoch - 1, rows);
        }
        EpochRow row =
            tally.row(epoch + 1, phaseOf(epoch) + 1, rate(epoch, stepsPerEpoch - 1), evaluation);
        rows.add(row);
        observer.epoch(row, experiment.training().epochs());
        tally = new Tally();
        step = 0;
      }
    }
    Evaluation last = evaluation == null ? evaluate() : evaluation;
    return new Trained(new Outcome.Finished(), rows, last);
  }

  private Trained diverged(int epoch, int step, List<EpochRow> rows) {
    return new Trained(new Outcome.Diverged(epoch + 1, number(epoch, step)), rows, null);
  }

  /** A step's number in the whole training, from 0. */
  private long number(int epoch, int step) {
    return (long) epoch * stepsPerEpoch + step;
  }

  private Batches trainBatches(int epoch, int step) {
    int epochs = experiment.training().epochs();
    return new Batches(
        train,
        experiment.training().batchSize(),
        pass ->
            pass < epochs
                ? Chance.of(seed, Purpose.SHUFFLE, pass).permutation(train.count())
                : null,
        epoch,
        step);
  }

  /** All test images, in order, in batches of one size: the size changes the last bits. */
  private Evaluation evaluate() {
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
        Score score = model.score(batch);
        loss += score.loss();
        System.arraycopy(batch.labels(), 0, labels, from, batch.size());
        System.arraycopy(score.predicted(), 0, predicted, from, batch.size());
      }
    }
    return new Evaluation(loss / count, labels, predicted);
  }

  private int phaseOf(int epoch) {
    int phase = 0;
    for (int left = epoch; left >= phases().get(phase).epochs(); phase++) {
      left -= phases().get(phase).epochs();
    }
    return phase;
  }

  private double rate(int epoch, int step) {
    int phase = phaseOf(epoch);
    int before = phases().subList(0, phase).stream().mapToInt(Phase::epochs).sum();
    long last = (long) phases().get(phase).epochs() * stepsPerEpoch - 1;
    long done = (long) (epoch - before) * stepsPerEpoch + step;
    return phases().get(phase).learningRate().at(last == 0 ? 0 : done / (double) last);
  }

  private List<Phase> phases() {
    return experiment.training().phases();
  }

  /** What happens between steps by the clock on the wall; it changes no result. */
  private final class Clock {

    private final long doneBefore;
    private long told = System.nanoTime();

    Clock(int epoch, int step) {
      doneBefore = images(epoch, step);
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
        long done = images(epoch, step + 1);
        int epochs = experiment.training().epochs();
        observer.progress(
            new Observer.Moment(
                epoch + 1,
                epochs,
                phaseOf(epoch) + 1,
                phases().size(),
                done,
                (long) epochs * train.count(),
                done - doneBefore,
                tally.meanLoss(),
                tally.accuracy()));
      }
    }

    private long images(int epoch, int step) {
      long inEpoch = Math.min((long) step * experiment.training().batchSize(), train.count());
      return (long) epoch * train.count() + inEpoch;
    }
  }
}
