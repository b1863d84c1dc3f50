package bakeoff.run;

import bakeoff.result.EpochRow;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.train.Observer;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a worker tells: one line of JSON on its standard output. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = Event.Alive.class, name = "alive"),
  @JsonSubTypes.Type(value = Event.Epoch.class, name = "epoch"),
  @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Event.Held.class, name = "held"),
  @JsonSubTypes.Type(value = Event.Elsewhere.class, name = "elsewhere"),
  @JsonSubTypes.Type(value = Event.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Event.Halted.class, name = "halted")
})
public sealed interface Event {

  record Progress(Observer.Moment moment, double imagesPerSecond) implements Event {}

  /** It tests, which takes its time. */
  record Alive() implements Event {}

  record Epoch(EpochRow row, int epochs) implements Event {}

  /**
   * The result is stored.
   *
   * @param reported null if it diverged
   */
  record Done(boolean diverged, @Nullable Reported reported) implements Event {}

  /**
   * What the stored result is of.
   *
   * @param testAccuracy a fraction
   * @param chosenEpoch from 1; null if it is of the last
   * @param stoppedEarlyAfter the epoch, from 1; null if all were trained
   */
  record Reported(
      double testAccuracy, @Nullable Integer chosenEpoch, @Nullable Integer stoppedEarlyAfter) {

    /** Null if nothing was tested. */
    public static @Nullable Reported of(TrialResult result) {
      TestResult test = result.test();
      return test == null
          ? null
          : new Reported(test.accuracy(), test.chosenEpoch(), result.stoppedEarlyAfter());
    }
  }

  /** Another process is training this trial. */
  record Held(String by) implements Event {}

  /** Another process has trained this trial. */
  record Elsewhere() implements Event {}

  /** Nothing is stored; the worker will take no other trial. */
  record Failed(String reason) implements Event {}

  /** It was asked to stop, and a checkpoint is there. */
  record Halted() implements Event {}
}
