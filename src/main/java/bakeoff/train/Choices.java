package bakeoff.train;

import bakeoff.result.EpochRow;
import bakeoff.schedule.Monitor;
import bakeoff.schedule.ValidationFigures;
import bakeoff.spec.EarlyStopping;
import bakeoff.spec.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on the validation images: each decision is a function of the epochs so far, so
 * that nothing has to be kept for it but the best epoch's state.
 */
final class Choices {

  private final @Nullable EarlyStopping stopping;
  private final @Nullable Monitor monitor;
  private Map<String, Array> best;

  /**
   * @param best the state of the best epoch so far; empty if there is none yet
   */
  Choices(Training training, Map<String, Array> best) {
    this.stopping = training.earlyStopping();
    this.monitor = training.bestEpoch();
    this.best = best;
  }

  /** Whether another epoch than the last may be kept. */
  boolean choose() {
    return monitor != null;
  }

  /** Whether training ends after an epoch, before its time. */
  boolean end(List<EpochRow> before, @Nullable ValidationFigures epoch) {
    if (stopping == null || epoch == null) {
      return false;
    }
    List<ValidationFigures> seen = new ArrayList<>(EpochRow.validated(before));
    seen.add(epoch);
    return stopping.ends(seen);
  }

  /** What validation images showed after the epochs that ended in a phase, from 0. */
  static List<ValidationFigures> seen(List<EpochRow> rows, int phase) {
    return EpochRow.validated(rows.stream().filter(row -> row.phase() == phase + 1).toList());
  }

  /** After the last of these epochs: keeps its state if it is the best. */
  void keep(Model model, List<EpochRow> rows) {
    Integer epoch = epoch(rows);
    if (epoch != null && epoch == rows.size()) {
      best = model.state();
    }
  }

  /** The best of these epochs, from 1; null if none is chosen. */
  @Nullable Integer epoch(List<EpochRow> rows) {
    return monitor == null || rows.isEmpty() ? null : monitor.best(EpochRow.validated(rows)) + 1;
  }

  /** The state of the best epoch so far; empty if none is kept. */
  Map<String, Array> best() {
    return best;
  }
}
