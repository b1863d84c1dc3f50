package bakeoff.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend that is not a place in a file: told in words, without a stack trace,
 * with exit code 2.
 */
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  public UserError(String message) {
    this(message, null);
  }

  public UserError(String message, @Nullable String hint) {
    super(message);
    this.hint = hint;
  }

  public @Nullable String hint() {
    return hint;
  }
}
