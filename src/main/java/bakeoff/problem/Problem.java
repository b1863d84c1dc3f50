package bakeoff.problem;

import org.jspecify.annotations.Nullable;

/** One mistake: where it is, what is wrong, and a way out where one is known. */
public record Problem(Mark at, String message, @Nullable String hint) {

  @Override
  public String toString() {
    return at + ": " + message + (hint == null ? "" : "\n    " + hint);
  }
}
