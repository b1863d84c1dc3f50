package bakeoff.cli;

import bakeoff.result.EpochRow;
import bakeoff.run.Durations;
import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** For logs and pipes: a line when a trial starts or ends, and some of its epochs. */
final class LinesView implements RunView {

  private static final long EPOCH_NANOS = 15_000_000_000L;

  private final PrintWriter err;
  private final Map<Trial, Long> told = new HashMap<>();
  private final Map<Trial, Double> rates = new HashMap<>();
  private double left;
  private int waiting;

  LinesView(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void started(Trial trial) {
    err.println(trial.label() + ": started");
    told.put(trial, System.nanoTime());
  }

  @Override
  public void progress(Trial trial, Observer.Moment moment, double imagesPerSecond) {
    rates.put(trial, imagesPerSecond);
  }

  @Override
  public void epoch(Trial trial, EpochRow row, int epochs) {
    long now = System.nanoTime();
    if (now - told.getOrDefault(trial, 0L) >= EPOCH_NANOS) {
      told.put(trial, now);
      err.printf(
          Locale.ROOT,
          "%s: epoch %d/%d, loss %.3f, training %.1f%%,%s test %.1f%%, %,.0f images/s%s%n",
          trial.label(),
          row.epoch(),
          epochs,
          row.trainLoss(),
          100 * row.trainAccuracy(),
          validation(row),
          100 * row.testAccuracy(),
          rates.getOrDefault(trial, 0.0),
          left > 0 ? "; " + Durations.text(left) + " left" : "");
    }
  }

  private static String validation(EpochRow row) {
    Double accuracy = row.validationAccuracy();
    return accuracy == null
        ? ""
        : String.format(Locale.ROOT, " validation %.1f%%,", 100 * accuracy);
  }

  @Override
  public void ended(Trial trial, Ending ending) {
    err.println(trial.label() + ": " + EndingText.of(trial, ending));
    if (waiting > 0) {
      err.println(waiting + " waiting; about " + Durations.text(left) + " left");
    }
  }

  @Override
  public void tick(int stillWaiting, double secondsLeft) {
    waiting = stillWaiting;
    left = secondsLeft;
  }

  @Override
  public void close() {
    err.flush();
  }
}
