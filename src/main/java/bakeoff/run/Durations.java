package bakeoff.run;

/** Durations for people: "8 s", "12 min", "1 h 50 min", "9 h". */
public final class Durations {

  private Durations() {}

  public static String text(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 100) {
      return Math.max(1, whole) + " s";
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 100) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours < 6
        ? hours + " h " + (minutes % 60 < 10 ? "0" : "") + minutes % 60 + " min"
        : Math.round(minutes / 60.0) + " h";
  }
}
