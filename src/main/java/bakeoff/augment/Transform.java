package bakeoff.augment;

/** An augmentation after all its chance has been drawn: a pure function of the image. */
@FunctionalInterface
public interface Transform {

  Transform NONE = image -> {};

  void apply(Image image);
}
