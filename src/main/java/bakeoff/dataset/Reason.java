package bakeoff.dataset;

import java.io.IOException;

/** An I/O error in words: some messages are a bare path, and some are missing. */
final class Reason {

  private Reason() {}

  static String of(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    if (message == null) {
      return kind;
    }
    return e.getClass() == IOException.class ? message : kind + ": " + message;
  }
}
