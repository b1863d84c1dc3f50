package bakeoff.augment;

import bakeoff.chance.Chance;

/** A random change of an image. A kind is one record here; {@code permits} is the list of kinds. */
public sealed interface Augmentation
    permits RandomHorizontalFlip, RandomVerticalFlip, RandomRotation, RandomCrop {

  /** Draws everything that is random, for this image alone. */
  Transform draw(Chance chance);
}
