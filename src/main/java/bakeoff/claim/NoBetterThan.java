package bakeoff.claim;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc(
    "Its test accuracy is not higher than that of another experiment of the folder: what it adds does not help.")
public record NoBetterThan(@Doc(value = "The other's name.", example = "model-1") @Main String than)
    implements Claim, Comparative {}
