package bakeoff.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one trial left behind: the content of {@code results/FOLDER/NAME/SEED.json}. Holds no time,
 * host or path.
 *
 * @param format 1
 * @param spec the experiment with every default written out, without its words and its seeds
 * @param test null unless the trial finished
 */
public record TrialResult(
    int format,
    String key,
    int seed,
    JsonNode spec,
    DataFacts data,
    Outcome outcome,
    Provenance platform,
    long parameters,
    long trainingFlops,
    List<EpochRow> epochs,
    @Nullable TestResult test) {

  public static final int FORMAT = 1;

  public TrialResult {
    epochs = List.copyOf(epochs);
  }

  /**
   * Whether the same was trained to the same figures. Defaults that bakeoff got between the two are
   * in one's text of the experiment only: what an experiment is, its key says.
   */
  public boolean hasFiguresOf(TrialResult other) {
    return new TrialResult(
            format,
            key,
            seed,
            other.spec,
            data,
            outcome,
            platform,
            parameters,
            trainingFlops,
            epochs,
            test)
        .equals(other);
  }

  /** The epoch that is tested: the one chosen, else the last trained; null if none was. */
  public @Nullable EpochRow reportedEpoch() {
    if (epochs.isEmpty()) {
      return null;
    }
    Integer chosen = test == null ? null : test.chosenEpoch();
    return epochs.get((chosen == null ? epochs.size() : chosen) - 1);
  }

  /** The epoch, from 1, after which early stopping ended the training; null if it did not. */
  public @Nullable Integer stoppedEarlyAfter() {
    return outcome instanceof Outcome.Finished finished ? finished.stoppedEarlyAfter() : null;
  }
}
