package bakeoff.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a trial ended; failure is a value. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outcome.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = Outcome.Diverged.class, name = "diverged"),
  @JsonSubTypes.Type(value = Outcome.Crashed.class, name = Outcome.CRASHED)
})
public sealed interface Outcome {

  /** How the last of these is written. */
  String CRASHED = "failed";

  /** All epochs were trained. */
  record Finished() implements Outcome {}

  /** The loss stopped being a finite number; epochs count from 1, steps of the training from 0. */
  record Diverged(int epoch, long step) implements Outcome {}

  /** The worker died or failed; the next run tries again. */
  record Crashed(String reason) implements Outcome {}
}
