package bakeoff.export;

import bakeoff.augment.Augmentation;
import bakeoff.augment.ColorJitter;
import bakeoff.augment.GaussianBlur;
import bakeoff.augment.Interpolation;
import bakeoff.augment.Interval;
import bakeoff.augment.RandomAffine;
import bakeoff.augment.RandomCrop;
import bakeoff.augment.RandomErasing;
import bakeoff.augment.RandomGrayscale;
import bakeoff.augment.RandomHorizontalFlip;
import bakeoff.augment.RandomResizedCrop;
import bakeoff.augment.RandomRotation;
import bakeoff.augment.RandomVerticalFlip;
import bakeoff.augment.Shear;
import bakeoff.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Augmentations as torchvision has them, a line each; a remark where it has none like it. */
final class TorchAugmentation {

  private final int height;
  private final int width;

  TorchAugmentation(int height, int width) {
    this.height = height;
    this.width = width;
  }

  List<String> lines(List<Augmentation> augmentations) {
    List<String> lines = new ArrayList<>();
    for (Augmentation augmentation : augmentations) {
      String transform = transform(augmentation);
      lines.add(
          transform == null
              ? "# " + Names.of(augmentation.getClass()) + ": torchvision has none that is the same"
              : transform + ",");
    }
    return lines;
  }

  private @Nullable String transform(Augmentation augmentation) {
    if (augmentation instanceof RandomHorizontalFlip flip) {
      return "T.RandomHorizontalFlip(" + flip.p() + ")";
    } else if (augmentation instanceof RandomVerticalFlip flip) {
      return "T.RandomVerticalFlip(" + flip.p() + ")";
    } else if (augmentation instanceof RandomGrayscale grey) {
      return "T.RandomGrayscale(" + grey.p() + ")";
    } else if (augmentation instanceof RandomCrop crop) {
      String mode = crop.paddingMode().name().toLowerCase(Locale.ROOT);
      return sometimes(
          crop.p(),
          "T.RandomCrop(%s, padding=%d, fill=%s, padding_mode=\"%s\")",
          size(),
          crop.padding(),
          crop.fill(),
          mode);
    } else if (augmentation instanceof RandomRotation turn) {
      return sometimes(
          turn.p(),
          "T.RandomRotation(%s, interpolation=%s, fill=%s)",
          turn.degrees(),
          interpolation(turn.interpolation()),
          turn.fill());
    } else if (augmentation instanceof RandomAffine affine) {
      Shear shear = affine.shear();
      return sometimes(
          affine.p(),
          "T.RandomAffine(%s, translate=(%s, %s), scale=%s, shear=(%s, %s, %s, %s),"
              + " interpolation=%s, fill=%s)",
          affine.degrees(),
          affine.translate().horizontal(),
          affine.translate().vertical(),
          pair(affine.scale()),
          shear.fromX(),
          shear.toX(),
          shear.fromY(),
          shear.toY(),
          interpolation(affine.interpolation()),
          affine.fill());
    } else if (augmentation instanceof RandomResizedCrop crop) {
      return sometimes(
          crop.p(),
          "T.RandomResizedCrop(%s, scale=%s, ratio=%s)",
          size(),
          pair(crop.scale()),
          pair(crop.ratio()));
    } else if (augmentation instanceof ColorJitter jitter) {
      return sometimes(
          jitter.p(),
          "T.Compose([T.ColorJitter(%s), T.ColorJitter(0, %s), T.ColorJitter(0, 0, %s),"
              + " T.ColorJitter(0, 0, 0, %s)])",
          jitter.brightness(),
          jitter.contrast(),
          jitter.saturation(),
          jitter.hue());
    } else if (augmentation instanceof GaussianBlur blur) {
      return sometimes(
          blur.p(),
          "T.GaussianBlur(%s, sigma=%s)",
          blur.kernelSize().written(),
          pair(blur.sigma()));
    } else if (augmentation instanceof RandomErasing erasing
        && erasing.value().written() instanceof Number value) {
      return String.format(
          Locale.ROOT,
          "T.RandomErasing(%s, scale=%s, ratio=%s, value=%s)",
          erasing.p(),
          pair(erasing.scale()),
          pair(erasing.ratio()),
          value);
    }
    return null;
  }

  private static String sometimes(double p, String transform, Object... arguments) {
    String always = String.format(Locale.ROOT, transform, arguments);
    return p == 1 ? always : "T.RandomApply([" + always + "], p=" + p + ")";
  }

  private String size() {
    return "(" + height + ", " + width + ")";
  }

  private static String pair(Interval interval) {
    return "(" + interval.from() + ", " + interval.to() + ")";
  }

  private static String interpolation(Interpolation interpolation) {
    return "T.InterpolationMode." + interpolation.name();
  }
}
