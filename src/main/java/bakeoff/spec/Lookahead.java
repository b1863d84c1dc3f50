package bakeoff.spec;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc(
    "Slow weights that every few steps go a part of the way to the weights, which then go on from"
        + " there (Zhang and others 2019); training ends with the slow ones, and validation images are"
        + " scored with them.")
public record Lookahead(
    @Doc("How many steps there are between.")
        @Default("5")
        @Range(min = 1, max = 1_000_000)
        @Synonyms({"k", "steps"})
        int every,
    @Doc("The share of themselves that the slow weights keep, at the end of training.")
        @Default("0.5")
        @Range(min = 0, max = 1)
        double decay,
    @Doc(
            "The share before is decay times (steps done / all steps) to this power: 0 is the paper's,"
                + " 3 airbench94's.")
        @Default("0")
        @Range(min = 0)
        double power) {

  /**
   * The share that the slow weights keep.
   *
   * @param progress steps done / all steps
   */
  public double kept(double progress) {
    return decay * StrictMath.pow(progress, power);
  }
}
