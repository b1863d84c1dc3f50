package bakeoff.claim;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc(
    "Its test accuracy is that of another experiment of the folder, give or take: the 90% interval of the"
        + " difference lies inside the margin (two one-sided tests at 5%, Schuirmann 1987).")
public record EquivalentTo(
    @Doc(value = "The other's name.", example = "model-1") @Main String than,
    @Doc(value = "The margin: 0.005 is half a percentage point.", example = "0.005")
        @Range(above = 0, max = 1)
        double within)
    implements Claim, Comparative {}
