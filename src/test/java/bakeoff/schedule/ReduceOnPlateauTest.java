package bakeoff.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against sequences worked out by hand from the text of PyTorch's ReduceLROnPlateau. */
class ReduceOnPlateauTest {

  private static List<ValidationFigures> losses(double... losses) {
    return DoubleStream.of(losses).mapToObj(loss -> new ValidationFigures(loss, 0.5)).toList();
  }

  private static List<ValidationFigures> accuracies(double... accuracies) {
    return DoubleStream.of(accuracies).mapToObj(a -> new ValidationFigures(1, a)).toList();
  }

  /** The rate after none, one, two … of the epochs. */
  private static void assertRates(
      ReduceOnPlateau schedule, List<ValidationFigures> epochs, double... rates) {
    for (int i = 0; i <= epochs.size(); i++) {
      List<ValidationFigures> seen = epochs.subList(0, i);
      assertEquals(rates[i], schedule.at(0.3, () -> seen), 1e-15, "after " + i);
    }
  }

  /** "If patience = 2, then we will ignore the first 2 epochs with no improvement". */
  @Test
  void reducesAfterTheThirdBadEpochOfPatienceTwo() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 2, 0, 0, Monitor.LOSS);
    assertRates(
        schedule,
        losses(5, 4, 4, 4, 4, 4, 4, 4, 3, 3),
        1,
        1,
        1,
        1,
        1,
        0.5,
        0.5,
        0.5,
        0.25,
        0.25,
        0.25);
  }

  /** With no patience the first epoch is the baseline, and each worse one reduces. */
  @Test
  void withoutPatienceEveryBadEpochReduces() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(0.1, 0.1, 0, 0, 0, Monitor.LOSS);
    assertRates(schedule, losses(1, 2, 1.5, 0.5), 0.1, 0.1, 0.01, 0.001, 0.001);
  }

  /** An epoch as good as the best but for min_delta is a bad one, and the best stays. */
  @Test
  void anImprovementIsMoreThanMinDeltaBetterThanTheBest() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 1, 0.25, 0, Monitor.LOSS);
    // 0.75 is not below 1 - 0.25, nor is 0.875; 0.5 is.
    assertRates(schedule, losses(1, 0.75, 0.875, 0.5, 0.375), 1, 1, 1, 0.5, 0.5, 0.5);
  }

  @Test
  void ofAccuracyMoreIsBetter() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 0, 0.125, 0, Monitor.ACCURACY);
    assertRates(schedule, accuracies(0.25, 0.375, 0.5, 0.25), 1, 1, 0.5, 0.5, 0.25);
  }

  @Test
  void fallsNoFurtherThanTheMinimum() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 0, 0, 0.3, Monitor.LOSS);
    assertRates(schedule, losses(1, 1, 1, 1), 1, 1, 0.5, 0.3, 0.3);
  }

  /** Keras's documentation: a patience of 3 and no improvement at all are 4 epochs. */
  @Test
  void countsTheEpochsWithoutImprovement() {
    List<ValidationFigures> flat = losses(1, 1, 1, 1);
    assertEquals(
        List.of(0, 0, 1, 2, 3),
        IntStream.rangeClosed(0, 4)
            .mapToObj(n -> Monitor.LOSS.waited(flat.subList(0, n), 0))
            .toList());
    assertEquals(0, Monitor.LOSS.waited(losses(3, 2, 1), 0.5));
    assertEquals(1, Monitor.LOSS.waited(losses(3, 2, 1.5), 0.5));
    // Slow progress adds up: 2.5 is no improvement on 3, 2.25 is.
    assertEquals(0, Monitor.LOSS.waited(losses(3, 2.5, 2.25), 0.5));
    assertEquals(2, Monitor.ACCURACY.waited(accuracies(0.1, 0.5, 0.5, 0.4), 0));
  }

  @Test
  void theBestEpochIsTheFirstOfEquals() {
    assertEquals(1, Monitor.LOSS.best(losses(3, 1, 2, 1)));
    assertEquals(2, Monitor.ACCURACY.best(accuracies(0.5, 0.25, 0.75, 0.75)));
    assertEquals(-1, Monitor.LOSS.best(List.of()));
  }
}
