package bakeoff.schedule;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;
import java.util.function.Supplier;

@Doc(
    "Down by a factor whenever the validation images have got no better for more than so many epochs,"
        + " as PyTorch's ReduceLROnPlateau with an absolute threshold; an epoch counts in the phase"
        + " it ends in.")
@Synonyms({"reduce_lr_on_plateau", "plateau"})
public record ReduceOnPlateau(
    @Doc(value = "The rate the phase starts with.", example = "0.1") @Main @Range(above = 0)
        double from,
    @Doc("What the rate is multiplied by.") @Default("0.1") @Range(above = 0, below = 1)
        double factor,
    @Doc("So many epochs without improvement are borne; the next reduces the rate.")
        @Default("10")
        @Range(min = 0, max = 1_000_000)
        int patience,
    @Doc("An improvement is a change for the better by more than this.")
        @Default("0.0001")
        @Range(min = 0)
        @Synonyms({"threshold"})
        double minDelta,
    @Doc("The rate falls no further.")
        @Default("0")
        @Range(min = 0)
        @Synonyms({"min_lr", "min_rate"})
        double minimum,
    @Doc("What has to improve.") @Default("loss") @Synonyms({"mode"}) Monitor monitor)
    implements Schedule {

  /** Before any epoch has ended. */
  @Override
  public double at(double progress) {
    return from;
  }

  @Override
  public double at(double progress, Supplier<List<ValidationFigures>> seen) {
    return after(seen.get());
  }

  /** The rate after these epochs of the phase: PyTorch 2's step(), without its cooldown and eps. */
  double after(List<ValidationFigures> epochs) {
    double rate = from;
    ValidationFigures best = null;
    int bad = 0;
    for (ValidationFigures now : epochs) {
      if (best == null || monitor.isBetter(now, best, minDelta)) {
        best = now;
        bad = 0;
      } else if (++bad > patience) {
        rate = Math.max(rate * factor, minimum);
        bad = 0;
      }
    }
    return rate;
  }
}
