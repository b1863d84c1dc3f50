package bakeoff.run;

import bakeoff.result.EpochRow;
import bakeoff.train.Observer;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a worker tells: one line of JSON on its standard output. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = Event.Epoch.class, name = "epoch"),
  @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Event.Held.class, name = "held"),
  @JsonSubTypes.Type(value = Event.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Event.Halted.class, name = "halted")
})
public sealed interface Event {

  record Progress(Observer.Moment moment, double imagesPerSecond) implements Event {}

  record Epoch(EpochRow row, int epochs) implements Event {}

  /** The result is stored. */
  record Done(boolean diverged) implements Event {}

  /** Another process is training this trial. */
  record Held(String by) implements Event {}

  /** Nothing is stored; the worker will take no other trial. */
  record Failed(String reason) implements Event {}

  /** It was asked to stop, and a checkpoint is there. */
  record Halted() implements Event {}
}
