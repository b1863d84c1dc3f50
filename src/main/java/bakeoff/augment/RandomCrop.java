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
    @Doc("The constant, between 0 and 1.") @Default("0") @Range(min = 0, max = 1) double fill)
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
    return shift(down, right);
  }

  /** The window's way from the image's place: down shows more of what is below. */
  Transform shift(int down, int right) {
    return image -> shift(image, down, right);
  }

  private void shift(Image image, int down, int right) {
    image.fillSpare(fill);
    for (int row = 0; row < image.height(); row++) {
      int fromRow = source(row + down, image.height());
      if (fromRow < 0) {
        continue;
      }
      for (int column = 0; column < image.width(); column++) {
        int fromColumn = source(column + right, image.width());
        if (fromColumn >= 0) {
          image.copy(fromRow, fromColumn, row, column);
        }
      }
    }
    image.flip();
  }

  /** The row or column of the image that a place of the padded image shows; -1 for the fill. */
  private int source(int place, int size) {
    if (place >= 0 && place < size) {
      return place;
    }
    if (paddingMode == PaddingMode.CONSTANT) {
      return -1;
    }
    int period = Math.max(1, 2 * (size - 1));
    int within = Math.floorMod(place, period);
    return within < size ? within : period - within;
  }
}
