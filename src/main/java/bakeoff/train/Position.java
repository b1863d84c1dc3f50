package bakeoff.train;

import bakeoff.result.EpochRow;
import java.util.List;

/**
 * How far a training is; with the model's state, all that a checkpoint needs.
 *
 * @param epoch epochs that are finished
 * @param step steps of the current epoch that are done
 * @param tally the current epoch's sums
 * @param rows the finished epochs
 */
record Position(int epoch, int step, Tally.Saved tally, List<EpochRow> rows) {

  static Position start() {
    return new Position(0, 0, new Tally().saved(), List.of());
  }
}
