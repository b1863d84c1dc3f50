package bakeoff.tf;

/** What a trial computes on. */
public enum Device {
  CPU,
  GPU
}
