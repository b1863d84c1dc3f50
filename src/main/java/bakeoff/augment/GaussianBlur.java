package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Blurred by a Gaussian of random width; the image is reflected at its edges.")
@Synonyms({"blur"})
public record GaussianBlur(
    @Doc(value = "The side of the square a pixel is mixed from, odd.", example = "3") @Main
        OddSize kernelSize,
    @Doc("The standard deviation in pixels, drawn uniformly between these.") @Default("[0.1, 2]")
        Interval sigma,
    @Doc("The probability that anything is done.") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  @Override
  public Transform draw(Chance chance) {
    return chance.happens(p) ? blur(sigma.draw(chance)) : Transform.NONE;
  }

  Transform blur(double deviation) {
    int reach = kernelSize.reach();
    double[] densities = new double[kernelSize.side()];
    double sum = 0;
    for (int i = 0; i < densities.length; i++) {
      double away = (i - reach) / deviation;
      densities[i] = StrictMath.exp(-0.5 * away * away);
      sum += densities[i];
    }
    float[] weights = new float[densities.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (densities[i] / sum);
    }
    return image -> {
      alongRows(image, weights);
      alongColumns(image, weights);
    };
  }

  private static void alongRows(Image image, float[] weights) {
    int channels = image.channels();
    int stride = image.width() * channels;
    int margin = weights.length / 2 * channels;
    float[] padded = new float[stride + 2 * margin];
    image.fillSpare(0);
    for (int start = 0; start < image.pixels().length; start += stride) {
      for (int i = 0; i < padded.length; i++) {
        int column = Mirror.place(Math.floorDiv(i - margin, channels), image.width());
        padded[i] = image.pixels()[start + column * channels + i % channels];
      }
      for (int i = 0; i < weights.length; i++) {
        add(weights[i], padded, i * channels, image.spare(), start, stride);
      }
    }
    image.flip();
  }

  private static void alongColumns(Image image, float[] weights) {
    int stride = image.width() * image.channels();
    int reach = weights.length / 2;
    image.fillSpare(0);
    for (int row = 0; row < image.height(); row++) {
      for (int i = 0; i < weights.length; i++) {
        int seen = Mirror.place(row + i - reach, image.height());
        add(weights[i], image.pixels(), seen * stride, image.spare(), row * stride, stride);
      }
    }
    image.flip();
    // Weights are rounded: a white image's sum could be a bit above 1.
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = Math.min(1, image.pixels()[i]);
    }
  }

  private static void add(float weight, float[] from, int first, float[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] += weight * from[first + i];
    }
  }
}
