package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;

@Doc("A random rectangle erased, with probability p (Zhong and others 2017).")
public record RandomErasing(
    @Doc("The probability.") @Default("0.5") @Range(min = 0, max = 1) double p,
    @Doc("The rectangle's share of the area, drawn uniformly between these.")
        @Default("[0.02, 0.33]")
        Interval scale,
    @Doc("Its height over its width, drawn uniformly in the logarithm between these.")
        @Default("[0.3, 3.3]")
        Interval ratio,
    @Doc("What stands there then.") @Default("0") ErasingValue value)
    implements Augmentation {

  private static final int ATTEMPTS = 10;

  @Override
  public Transform draw(Chance chance) {
    if (!chance.happens(p)) {
      return Transform.NONE;
    }
    long rest = chance.nextLong();
    return image -> erase(image, Chance.at(rest));
  }

  /** The image stays as it is where no attempt fits. */
  private void erase(Image image, Chance chance) {
    double area = (double) image.height() * image.width();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double part = area * scale.draw(chance);
      double aspect = ratio.drawLog(chance);
      int height = (int) Math.rint(Math.sqrt(part * aspect));
      int width = (int) Math.rint(Math.sqrt(part / aspect));
      if (height < image.height() && width < image.width()) {
        int top = chance.nextInt(image.height() - height + 1);
        int left = chance.nextInt(image.width() - width + 1);
        Rectangle erased = new Rectangle(top, left, top + height, left + width);
        if (value.isRandom()) {
          erased.noise(image, chance);
        } else {
          erased.fill(image, value.number());
        }
        return;
      }
    }
  }
}
