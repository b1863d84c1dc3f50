package bakeoff.train;

/** What a trial computes on. */
public enum Device {
  CPU,
  GPU
}
