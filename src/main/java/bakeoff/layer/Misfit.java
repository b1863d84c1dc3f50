package bakeoff.layer;

/**
 * A layer that cannot work on the input it gets; the reader turns it into a problem with a line.
 */
public final class Misfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;
  private final String hint;

  public Misfit(String message, String hint) {
    super(message);
    this.message = message;
    this.hint = hint;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public String hint() {
    return hint;
  }
}
