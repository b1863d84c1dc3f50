package bakeoff.layer;

/**
 * How a convolution's window moves over an image.
 *
 * @param dilation the distance between the window's numbers, 1 if there is nothing between them
 */
public record Sweep(Size strides, Padding padding, Size dilation) {

  /** In steps of one, without padding. */
  static Sweep plain() {
    return new Sweep(Size.square(1), Padding.of(Padding.Mode.VALID), Size.square(1));
  }

  public boolean isDilated() {
    return dilation.height() > 1 || dilation.width() > 1;
  }

  public Window rows(int input, int window) {
    return window(input, window, strides.height(), dilation.height());
  }

  public Window columns(int input, int window) {
    return window(input, window, strides.width(), dilation.width());
  }

  private Window window(int input, int window, int stride, int distance) {
    return new Window(input, distance * (window - 1) + 1, stride, padding);
  }
}
