package bakeoff.run;

import bakeoff.result.EpochRow;
import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import org.jspecify.annotations.Nullable;

/** Told how a run of several trials goes; called from one thread. */
public interface RunObserver {

  void started(Trial trial);

  void progress(Trial trial, Observer.Moment moment, double imagesPerSecond);

  void epoch(Trial trial, EpochRow row, int epochs);

  void ended(Trial trial, Ending ending);

  /** About once a second, and after everything else. */
  void tick(int waiting, double secondsLeft);

  /** How a trial left its worker. */
  sealed interface Ending {

    /**
     * @param reported null if it diverged
     */
    record Stored(boolean diverged, double seconds, Event.@Nullable Reported reported)
        implements Ending {}

    record Failed(String reason, java.nio.file.Path log, java.util.List<String> lastLines)
        implements Ending {}

    /** Another process trains it. */
    record Held(String by) implements Ending {}
  }
}
