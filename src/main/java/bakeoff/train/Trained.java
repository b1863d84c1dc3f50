package bakeoff.train;

import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a training.
 *
 * @param test the last evaluation; null if it diverged
 */
public record Trained(Outcome outcome, List<EpochRow> epochs, @Nullable Evaluation test) {}
