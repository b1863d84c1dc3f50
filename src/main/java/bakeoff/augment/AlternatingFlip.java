package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.schema.Doc;

@Doc(
    "Left and right swapped every other epoch: half of the images, drawn at random, in even epochs, the others in odd ones (Jordan 2024, airbench).")
public record AlternatingFlip() implements Augmentation {

  private static final RandomHorizontalFlip COIN = new RandomHorizontalFlip(0.5);
  private static final RandomHorizontalFlip ALWAYS = new RandomHorizontalFlip(1);

  /** As in the first epoch. */
  @Override
  public Transform draw(Chance chance) {
    return COIN.draw(chance);
  }

  @Override
  public Transform draw(Occasion occasion) {
    Chance chance = occasion.lasting();
    boolean flipped = chance.happens(0.5) != (occasion.epoch() % 2 == 1);
    return flipped ? ALWAYS.draw(chance) : Transform.NONE;
  }
}
