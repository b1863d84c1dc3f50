package bakeoff.layer;

/** What a pool takes of a window. */
public enum Pool {
  MAX,
  MEAN
}
