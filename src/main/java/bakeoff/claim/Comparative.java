package bakeoff.claim;

/** A claim about two experiments. */
public sealed interface Comparative permits BetterThan, WorseThan, NoBetterThan, EquivalentTo {

  /** The name of the other one. */
  String than();
}
