package bakeoff.run;

import bakeoff.result.EpochRow;
import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import java.nio.file.Path;
import java.util.List;
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

    /**
     * It crashed.
     *
     * @param kept whether a result from before stays, as the same experiment had one
     */
    record Failed(String reason, Path log, List<String> lastLines, boolean kept)
        implements Ending {}

    /** Another process trains it. */
    record Held(String by) implements Ending {}

    /** Another process has trained it since this run began. */
    record Elsewhere() implements Ending {}
  }
}
