package bakeoff.augment;

/** Reflection about the first and the last pixel, neither repeated. */
final class Mirror {

  private Mirror() {}

  /** The row or column, of as many as size, that is seen at a place inside or outside. */
  static int place(int place, int size) {
    if (place >= 0 && place < size) {
      return place;
    }
    int period = Math.max(1, 2 * (size - 1));
    int within = Math.floorMod(place, period);
    return within < size ? within : period - within;
  }
}
