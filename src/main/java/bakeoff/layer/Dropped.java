package bakeoff.layer;

/** What is kept or dropped as a whole. */
public enum Dropped {
  NUMBERS,
  CHANNELS,
  EXAMPLES
}
