package bakeoff.train;

import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a training.
 *
 * @param test the evaluation of the epoch that is kept; null if it diverged
 * @param chosenEpoch the epoch, from 1, that was chosen to be kept; null if the last is
 */
public record Trained(
    Outcome outcome,
    List<EpochRow> epochs,
    @Nullable Evaluation test,
    @Nullable Integer chosenEpoch) {}
