package bakeoff.train;

/** Training was asked to stop, and has left a checkpoint. */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
