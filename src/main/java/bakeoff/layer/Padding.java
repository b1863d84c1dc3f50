package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;

/** What stands around an image before a window moves over it. */
public record Padding(Mode mode, int pixels) implements Written {

  /** The paddings that have names. */
  public enum Mode {
    @Doc("No padding: the output shrinks.")
    VALID,
    @Doc("As many zeros as make the output ceil(input / stride), one more below and right if odd.")
    SAME
  }

  @Shorthand
  public static Padding of(Mode mode) {
    return new Padding(mode, 0);
  }

  /** That many zeros on each side, as PyTorch's {@code padding}; 0 is {@code valid}. */
  @Shorthand
  @Doc("That many zeros on each side.")
  public static Padding zeros(@Range(min = 0, max = 4_096) int pixels) {
    return new Padding(Mode.VALID, pixels);
  }

  @Override
  public Object written() {
    return pixels > 0 ? pixels : mode;
  }
}
