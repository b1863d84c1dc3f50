package bakeoff.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

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

  /**
   * Trained to the end.
   *
   * @param stoppedEarlyAfter the epoch, from 1, after which early stopping ended it; null if all
   *     were trained
   */
  record Finished(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer stoppedEarlyAfter)
      implements Outcome {

    /** All epochs were trained. */
    public Finished() {
      this(null);
    }
  }

  /** The loss stopped being a finite number; epochs count from 1, steps of the training from 0. */
  record Diverged(int epoch, long step) implements Outcome {}

  /** The worker died or failed; the next run tries again. */
  record Crashed(String reason) implements Outcome {}
}
