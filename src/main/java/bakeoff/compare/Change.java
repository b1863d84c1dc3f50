package bakeoff.compare;

/** One key of the configuration, and its values as they could stand in a file. */
public record Change(String key, String before, String after) {

  @Override
  public String toString() {
    return key + ": " + before + " → " + after;
  }
}
