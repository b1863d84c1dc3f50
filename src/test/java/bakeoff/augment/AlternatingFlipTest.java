package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AlternatingFlipTest {

  private static final AlternatingFlip KIND = new AlternatingFlip();

  @Test
  void everyImageIsSeenBothWaysInTurn() {
    for (int image = 0; image < 1_000; image++) {
      boolean first = isFlipped(Occasion.train(1, 0, image, 0));
      for (int epoch = 1; epoch < 6; epoch++) {
        assertEquals(first == (epoch % 2 == 0), isFlipped(Occasion.train(1, epoch, image, 0)));
      }
    }
  }

  @Test
  void halfOfTheImagesAreFlippedFirst() {
    long flipped =
        IntStream.range(0, 10_000).filter(i -> isFlipped(Occasion.train(1, 0, i, 0))).count();
    assertEquals(5_000, (double) flipped, 150);
  }

  @Test
  void theSeedDecidesWhich() {
    long same =
        IntStream.range(0, 10_000)
            .filter(
                i -> isFlipped(Occasion.train(1, 0, i, 0)) == isFlipped(Occasion.train(2, 0, i, 0)))
            .count();
    assertEquals(5_000, (double) same, 150);
  }

  private static boolean isFlipped(Occasion occasion) {
    Image image = Pictures.image(1, 2, 1, 0, 1);
    KIND.draw(occasion).apply(image);
    return image.pixels()[0] == 1;
  }
}
