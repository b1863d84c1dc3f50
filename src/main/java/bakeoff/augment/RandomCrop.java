package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc("Padded on each side, then cut back to its size at a random place: shifted by up to padding.")
public record RandomCrop(
    @Doc(value = "Pixels added on each side.", example = "4") @Main @Range(min = 1, max = 4_096)
        int padding,
    @Doc("What the padding is made of.") @Default("constant") PaddingMode paddingMode,
    @Doc("The constant, between 0 and 1.") @Default("0") @Range(min = 0, max = 1) double fill,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  /** What padding is made of. */
  public enum PaddingMode {
    @Doc("the fill value")
    CONSTANT,
    @Doc("the image mirrored about its edge, the edge not repeated")
    REFLECT
  }

  @Override
  public Transform draw(Chance chance) {
    int down = chance.nextInt(2 * padding + 1) - padding;
    int right = chance.nextInt(2 * padding + 1) - padding;
    // Drawn last: at 1, where it can't fail, the other draws are as they were without it.
    return chance.happens(p) ? shift(down, right) : Transform.NONE;
  }

  /** The window's way from the image's place: down shows more of what is below. */
  Transform shift(int down, int right) {
    return image -> shift(image, down, right);
  }

  private void shift(Image image, int down, int right) {
    int channels = image.channels();
    int stride = image.width() * channels;
    int first = Math.min(image.width(), Math.max(0, -right));
    int end = Math.max(first, Math.min(image.width(), image.width() - right));
    image.fillSpare(fill);
    for (int row = 0; row < image.height(); row++) {
      int fromRow = source(row + down, image.height());
      if (fromRow < 0) {
        continue;
      }
      if (first < end) {
        int from = fromRow * stride + (first + right) * channels;
        int to = row * stride + first * channels;
        System.arraycopy(image.pixels(), from, image.spare(), to, (end - first) * channels);
      }
      reflect(image, fromRow, row, 0, first, right);
      reflect(image, fromRow, row, end, image.width(), right);
    }
    image.flip();
  }

  /** The part of a row, from a column to before another, that comes from outside. */
  private void reflect(Image image, int fromRow, int row, int from, int to, int right) {
    if (paddingMode == PaddingMode.REFLECT) {
      for (int column = from; column < to; column++) {
        image.copy(fromRow, Mirror.place(column + right, image.width()), row, column);
      }
    }
  }

  /** The row of the image that a place of the padded image shows; -1 for the fill. */
  private int source(int place, int size) {
    boolean inside = place >= 0 && place < size;
    return inside || paddingMode == PaddingMode.REFLECT ? Mirror.place(place, size) : -1;
  }
}
