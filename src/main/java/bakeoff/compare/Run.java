package bakeoff.compare;

import bakeoff.result.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison needs of a trial's result.
 *
 * @param data its name and the first digits of its digest, for people
 * @param hardware operating system, architecture, device, instruction set
 * @param accuracy on the test images, a fraction; null unless the trial finished
 * @param predictions a digest of them; null unless the trial finished
 */
record Run(
    String key,
    int seed,
    JsonNode spec,
    String data,
    String digest,
    Outcome outcome,
    String hardware,
    String tensorflow,
    int semantics,
    @Nullable Double accuracy,
    @Nullable String predictions) {

  boolean isFinished() {
    return outcome instanceof Outcome.Finished;
  }

  /** Whether both ended the same way, to the last prediction. */
  boolean sameResult(Run other) {
    return outcome.equals(other.outcome)
        && Objects.equals(accuracy, other.accuracy)
        && Objects.equals(predictions, other.predictions);
  }
}
