package bakeoff.schedule;

import bakeoff.schema.Doc;
import java.util.List;

/** The figure of the validation images that a choice is made by. */
public enum Monitor {
  @Doc("the mean loss, the lower the better")
  LOSS,
  @Doc("the share of images recognized, the higher the better")
  ACCURACY;

  double of(ValidationFigures figures) {
    return this == LOSS ? figures.loss() : figures.accuracy();
  }

  /** Whether a figure is better than another by more than so much. */
  boolean isBetter(ValidationFigures now, ValidationFigures best, double minDelta) {
    return this == LOSS ? of(now) < of(best) - minDelta : of(now) > of(best) + minDelta;
  }

  /** The place of the best epoch, the first of equals; -1 if there is none. */
  public int best(List<ValidationFigures> epochs) {
    int best = -1;
    for (int i = 0; i < epochs.size(); i++) {
      best = best < 0 || isBetter(epochs.get(i), epochs.get(best), 0) ? i : best;
    }
    return best;
  }

  /** How many epochs there are after the last that was better than all before by so much. */
  public int waited(List<ValidationFigures> epochs, double minDelta) {
    int best = 0;
    for (int i = 1; i < epochs.size(); i++) {
      best = isBetter(epochs.get(i), epochs.get(best), minDelta) ? i : best;
    }
    return Math.max(0, epochs.size() - 1 - best);
  }
}
