package bakeoff.spec;

import bakeoff.augment.Augmentation;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Shorthand;
import java.util.List;

@Doc("Random changes of images, in this order.")
public record Augmentations(
    @Doc("Of training images; drawn anew each epoch.") @Default("[]") List<Augmentation> train,
    @Doc("Of test images; drawn once.") @Default("[]") List<Augmentation> test) {

  public Augmentations {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  @Shorthand
  @Doc("For training images alone.")
  public static Augmentations training(List<Augmentation> train) {
    return new Augmentations(train, List.of());
  }
}
