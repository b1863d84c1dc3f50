package bakeoff.augment;

import bakeoff.chance.Chance;

/** A random change of an image. A kind is one record here; {@code permits} is the list of kinds. */
public sealed interface Augmentation
    permits RandomHorizontalFlip,
        RandomVerticalFlip,
        AlternatingFlip,
        RandomRotation,
        RandomAffine,
        RandomCrop,
        RandomResizedCrop,
        ColorJitter,
        RandomGrayscale,
        GaussianBlur,
        GaussianNoise,
        RandomErasing,
        Cutout,
        TrivialAugmentWide,
        RandAugment,
        Mixup,
        Cutmix {

  /** Draws everything that is random, for this image alone. */
  Transform draw(Chance chance);

  /** Whether it takes from another image and its class: then it is for training alone. */
  default boolean mixes() {
    return false;
  }

  /** Draws for an image in an epoch; a kind that follows an image through the epochs overrides. */
  default Transform draw(Occasion occasion) {
    return draw(occasion.chance());
  }
}
