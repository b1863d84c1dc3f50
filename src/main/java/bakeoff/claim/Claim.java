package bakeoff.claim;

/** Something said of an experiment that results can bear out or contradict. */
public sealed interface Claim
    permits BetterThan, WorseThan, NoBetterThan, EquivalentTo, HardestClasses {}
