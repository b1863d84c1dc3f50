package bakeoff.spec;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Synonyms;

@Doc(
    "Running means of all weights and running figures, updated after every step, with which test"
        + " images are scored (Polyak and Juditsky 1992).")
public record Ema(
    @Doc(value = "The share of a mean that a step keeps.", example = "0.999")
        @Range(min = 0, below = 1)
        @Synonyms({"momentum", "beta"})
        double decay) {

  @Shorthand
  @Doc("The share of a mean that a step keeps.")
  public static Ema of(@Range(min = 0, below = 1) double decay) {
    return new Ema(decay);
  }
}
