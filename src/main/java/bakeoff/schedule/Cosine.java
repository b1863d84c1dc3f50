package bakeoff.schedule;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Along half a cosine from one rate to another (Loshchilov and Hutter 2017).")
@Synonyms({"cosine_annealing", "cosine_annealing_lr", "cosine_decay"})
public record Cosine(
    @Doc(value = "The first step's rate.", example = "0.1") @Range(min = 0) double from,
    @Doc("The last step's rate.") @Default("0") @Range(min = 0) double to)
    implements Schedule {

  @Override
  public double at(double progress) {
    return to + (from - to) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
  }
}
