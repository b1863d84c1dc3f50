package bakeoff.schedule;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Up along half a cosine, then down along another to almost nothing (Smith and Topin 2018), as PyTorch's OneCycleLR with cycle_momentum=False.")
@Synonyms({"onecycle", "one_cycle_lr"})
public record OneCycle(
    @Doc(value = "The highest rate.", example = "0.1")
        @Main
        @Range(above = 0)
        @Synonyms({"max_lr", "max_rate"})
        double max,
    @Doc("The share of the steps that goes up.") @Default("0.3") @Range(above = 0, below = 1)
        double pctStart,
    @Doc("The first step's rate is max divided by this.") @Default("25") @Range(above = 0)
        double divFactor,
    @Doc("The last step's rate is the first's divided by this.") @Default("10000") @Range(above = 0)
        double finalDivFactor)
    implements Schedule {

  /**
   * PyTorch's peak is at step pct_start x steps - 1, here at the same share of the way from the
   * first step to the last: less than a step from it.
   */
  @Override
  public double at(double progress) {
    double first = max / divFactor;
    return progress <= pctStart
        ? new Cosine(first, max).at(progress / pctStart)
        : new Cosine(max, first / finalDivFactor).at((progress - pctStart) / (1 - pctStart));
  }
}
