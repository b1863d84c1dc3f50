package bakeoff.claim;

import bakeoff.schema.Default;
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
        double within,
    @Doc(
            "Seed is compared with seed (paired t test): for two that start from the same weights, as if"
                + " only the precision differs, so that a seed that is bad for one is bad for the other.")
        @Default("false")
        boolean paired)
    implements Claim, Comparative {}
