package bakeoff.run;

import bakeoff.result.EpochRow;
import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Writes down how a run goes, and does something when a trial first tells how far it is. */
final class RunListener implements RunObserver {

  final List<String> started = new ArrayList<>();
  final List<EpochRow> rows = new ArrayList<>();
  final Map<String, Ending> endings = new ConcurrentHashMap<>();

  /** The most seconds told to be left while so many trials were waiting. */
  final Map<Integer, Double> leftByWaiting = new ConcurrentHashMap<>();

  private final Set<String> heard = new HashSet<>();
  private final Consumer<Trial> onProgress;

  RunListener(Consumer<Trial> onProgress) {
    this.onProgress = onProgress;
  }

  @Override
  public void started(Trial trial) {
    started.add(trial.label());
  }

  @Override
  public void progress(Trial trial, Observer.Moment moment, double imagesPerSecond) {
    if (heard.add(trial.label())) {
      onProgress.accept(trial);
    }
  }

  @Override
  public void epoch(Trial trial, EpochRow row, int epochs) {
    rows.add(row);
  }

  @Override
  public void ended(Trial trial, Ending ending) {
    endings.put(trial.label(), ending);
  }

  @Override
  public void tick(int waiting, double secondsLeft) {
    leftByWaiting.merge(waiting, secondsLeft, Math::max);
  }
}
