package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import org.junit.jupiter.api.Test;

final class OccasionTest {

  /** The addresses that committed results rest on. */
  @Test
  void drawsAreWhereTheyAlwaysWere() {
    assertEquals(
        Chance.of(7, Purpose.TRAIN_AUGMENTATION, 3, 41, 2).nextLong(),
        Occasion.train(7, 3, 41, 2).chance().nextLong());
    assertEquals(
        Chance.of(7, Purpose.TEST_AUGMENTATION, 41, 2).nextLong(),
        Occasion.test(7, 41, 2).chance().nextLong());
  }

  @Test
  void whatLastsIsTheSameInEveryEpochAndNoEpochsOwn() {
    long first = Occasion.train(7, 0, 41, 2).lasting().nextLong();
    for (int epoch = 0; epoch < 10; epoch++) {
      assertEquals(first, Occasion.train(7, epoch, 41, 2).lasting().nextLong());
      assertNotEquals(first, Occasion.train(7, epoch, 41, 2).chance().nextLong());
    }
    assertNotEquals(first, Occasion.train(7, 0, 42, 2).lasting().nextLong());
    assertNotEquals(first, Occasion.train(7, 0, 41, 1).lasting().nextLong());
  }
}
