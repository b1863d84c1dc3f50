package bakeoff.claim;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;

@Doc("Its test accuracy is higher than that of another experiment of the folder.")
public record BetterThan(@Doc(value = "The other's name.", example = "model-1") @Main String than)
    implements Claim, Comparative {}
