package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.schedule.Constant;
import bakeoff.schedule.Linear;
import bakeoff.schedule.Schedule;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static Phase epochs(double epochs, String... freeze) {
    return new Phase(epochs, null, new Constant(epochs), List.of(freeze));
  }

  private static Phase steps(int steps, Schedule schedule, String... freeze) {
    return new Phase(null, steps, schedule, List.of(freeze));
  }

  /** 2.5 epochs of 391 steps are 977.5, and 7.5 more end with the tenth epoch. */
  @Test
  void partsOfEpochsAddUpToWholeOnes() {
    Timetable table = new Timetable(List.of(epochs(2.5), epochs(7.5)), 50_000, 128, false);
    assertEquals(3910, table.steps());
    assertEquals(10, table.epochs());
    assertEquals(0, table.phaseOf(977));
    assertEquals(1, table.phaseOf(978));
  }

  /** airbench94: 9.9 epochs of 48 whole batches of 1024 are 475.2 steps, so 476. */
  @Test
  void partsOfAnEpochInWholeBatches() {
    Timetable table = new Timetable(List.of(epochs(9.9)), 50_000, 1024, true);
    assertEquals(476, table.steps());
    assertEquals(48, table.stepsPerEpoch());
    assertEquals(10, table.epochs());
    assertEquals(48, table.stepsOf(8));
    assertEquals(44, table.stepsOf(9));
    assertEquals(48 * 1024, table.imagesOf(0));
    assertEquals(44 * 1024, table.imagesOf(9));
    assertEquals(476 * 1024, table.imagesBefore(476));
  }

  @Test
  void theLastStepOfAnEpochTakesWhatIsLeft() {
    Timetable table = new Timetable(List.of(epochs(2)), 10, 4, false);
    assertEquals(6, table.steps());
    assertEquals(
        List.of(0L, 4L, 8L, 10L, 14L, 18L, 20L),
        IntStream.rangeClosed(0, 6).mapToObj(table::imagesBefore).toList());
  }

  @Test
  void countsStepsByTheImagesTheyShow() {
    Timetable table = new Timetable(List.of(epochs(3)), 10, 4, false);
    for (int step = 0; step <= table.steps(); step++) {
      assertEquals(step, table.stepsOver(table.imagesBefore(step)));
    }
  }

  @Test
  void phasesNeedNotEndWithAnEpoch() {
    List<Phase> phases =
        List.of(steps(3, new Linear(0, 1)), epochs(0.5), steps(1, new Constant(9)));
    Timetable table = new Timetable(phases, 40, 10, false);
    assertEquals(6, table.steps());
    assertEquals(2, table.epochs());
    assertEquals(2, table.stepsOf(1));
    assertEquals(20, table.imagesOf(1));
    assertEquals(
        List.of(0, 0, 0, 1, 1, 2), IntStream.range(0, 6).mapToObj(table::phaseOf).toList());
    double[] rates = {0, 0.5, 1, 0.5, 0.5, 9};
    for (int step = 0; step < rates.length; step++) {
      assertEquals(rates[step], table.rate(step), 1e-12);
    }
  }

  @Test
  void fewerImagesThanAStepAreNotDropped() {
    Timetable table = new Timetable(List.of(epochs(1)), 3, 4, true);
    assertEquals(1, table.steps());
    assertEquals(3, table.imagesOf(0));
  }

  @Test
  void countsTheStepsThatAWeightLearnsIn() {
    Schedule any = new Constant(1);
    List<Phase> phases = List.of(steps(3, any), steps(2, any, "0.*", "*/bias"), steps(4, any));
    Timetable table = new Timetable(phases, 40, 10, false);
    BitSet frozen = table.frozen("0.conv2d/kernel");
    assertEquals(BitSet.valueOf(new long[] {0b010}), frozen);
    assertEquals(frozen, table.frozen("3.dense/bias"));
    assertEquals(new BitSet(), table.frozen("3.dense/kernel"));
    assertEquals(
        List.of(0L, 1L, 2L, 3L, 3L, 3L, 4L, 5L, 6L),
        IntStream.range(0, 9).mapToObj(step -> table.learntBefore(step, frozen)).toList());
  }
}
