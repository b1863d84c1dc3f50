package bakeoff.augment;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;

/**
 * What an augmentation is drawn for.
 *
 * @param epoch from 0; a test image has one, epoch 0
 * @param image its number in the data set
 * @param place of the augmentation in its list
 */
public record Occasion(Purpose purpose, int seed, int epoch, int image, int place) {

  /** Before the first epoch: what is drawn there lasts. */
  private static final int EVER = -1;

  public static Occasion train(int seed, int epoch, int image, int place) {
    return new Occasion(Purpose.TRAIN_AUGMENTATION, seed, epoch, image, place);
  }

  public static Occasion test(int seed, int image, int place) {
    return new Occasion(Purpose.TEST_AUGMENTATION, seed, 0, image, place);
  }

  /** Another stream each epoch; of a test image, always the same. */
  Chance chance() {
    return purpose == Purpose.TEST_AUGMENTATION
        ? Chance.of(seed, purpose, image, place)
        : Chance.of(seed, purpose, epoch, image, place);
  }

  /** A stream that is the image's own in every epoch. */
  Chance lasting() {
    return Chance.of(seed, purpose, EVER, image, place);
  }
}
