package bakeoff.train;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Dataset;
import bakeoff.dataset.Split;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.schedule.ValidationFigures;
import bakeoff.spec.Experiment;
import bakeoff.spec.Timetable;
import bakeoff.spec.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training loop: phases, epochs, batches. */
public final class Trainer {

  private static final long PROGRESS_NANOS = 200_000_000L;

  private final Experiment experiment;
  private final int seed;
  private final Pictures train;
  private final Pictures test;
  private final @Nullable Pictures validation;
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
    Split aside = data.validation();
    this.validation = aside == null ? null : Pictures.test(experiment, aside, seed);
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
    Checkpoints.Resumed resumed = checkpoints.resume(model, observer);
    Position position = resumed.position();
    Choices choices = new Choices(experiment.training(), resumed.best());
    List<EpochRow> rows = new ArrayList<>(position.rows());
    Tally tally = new Tally(position.tally());
    int epoch = position.epoch();
    int step = position.step();
    Clock clock = new Clock(epoch, step, choices);
    Evaluation evaluation = null;
    boolean ended = false;
    try (Batches batches = trainBatches(epoch, step)) {
      for (; epoch < timetable.epochs() && !ended; epoch++) {
        for (; step < timetable.stepsOf(epoch); step++) {
          Batch batch = batches.next();
          long number = number(epoch, step);
          Score score = model.step(batch, rate(number, rows), number);
          if (!Double.isFinite(score.loss())) {
            return diverged(epoch, step, rows);
          }
          tally.add(score, batch);
          clock.tick(epoch, step, tally, rows);
        }
        ValidationFigures validated = validate();
        ended = epoch == timetable.epochs() - 1 || choices.end(rows, validated);
        evaluation = Evaluation.of(model, test, ended && !choices.choose(), observer);
        if (!Double.isFinite(evaluation.loss()) || !isFinite(validated)) {
          return diverged(epoch, timetable.stepsOf(epoch) - 1, rows);
        }
        long last = number(epoch, timetable.stepsOf(epoch) - 1);
        int phase = timetable.phaseOf(last) + 1;
        EpochRow row = tally.row(epoch + 1, phase, rate(last, rows), evaluation, validated);
        rows.add(row);
        choices.keep(model, rows);
        observer.epoch(row, timetable.epochs());
        if (validated != null && !ended) {
          model.exchangeSlow();
        }
        tally = new Tally();
        step = 0;
      }
    }
    if (choices.choose()) {
      model.restore(choices.best());
      evaluation = null;
    }
    Evaluation last = evaluation == null ? Evaluation.of(model, test, true, observer) : evaluation;
    Integer early = epoch < timetable.epochs() ? epoch : null;
    return new Trained(new Outcome.Finished(early), rows, last, choices.epoch(rows));
  }

  private double rate(long step, List<EpochRow> rows) {
    return timetable.rate(step, phase -> Choices.seen(rows, phase));
  }

  /** With the weights of a training that ends here, which stay; null if no images are set aside. */
  private @Nullable ValidationFigures validate() {
    if (validation == null) {
      return null;
    }
    model.exchangeSlow();
    Evaluation evaluation = Evaluation.of(model, validation, false, observer);
    return EpochRow.figures(evaluation.loss(), evaluation.accuracy());
  }

  private static boolean isFinite(@Nullable ValidationFigures figures) {
    return figures == null || Double.isFinite(figures.loss());
  }

  private Trained diverged(int epoch, int step, List<EpochRow> rows) {
    return new Trained(new Outcome.Diverged(epoch + 1, number(epoch, step)), rows, null, null);
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

  /** What happens between steps by the clock on the wall; it changes no result. */
  private final class Clock {

    private final Choices choices;
    private final long doneBefore;
    private long told = System.nanoTime();

    Clock(int epoch, int step, Choices choices) {
      this.choices = choices;
      doneBefore = timetable.imagesBefore(number(epoch, step));
    }

    void tick(int epoch, int step, Tally tally, List<EpochRow> rows) {
      long now = System.nanoTime();
      boolean stop = observer.shouldStop();
      if (stop || checkpoints.isDue(now)) {
        Position position = new Position(epoch, step + 1, tally.saved(), List.copyOf(rows));
        checkpoints.save(model, position, choices.best());
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
