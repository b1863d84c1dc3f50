package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.train.Observer;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void aTrialTakenUpAgainIsJudgedByWhatItDidSince() {
    Pace pace = Pace.of(moment(600, 100)); // 500 of 1,000 images were there before
    assertEquals(40, pace.secondsLeft(10, 99_999), 1e-9);
  }

  @Test
  void atTheStartTheEstimateOfTheRestCounts() {
    assertEquals(97, Pace.UNKNOWN.secondsLeft(3, 100), 1e-9);
    assertEquals(97, Pace.of(moment(510, 10)).secondsLeft(3, 100), 1e-9);
    assertEquals(0, Pace.UNKNOWN.secondsLeft(101, 100), 1e-9);
  }

  private static Observer.Moment moment(long done, long here) {
    return new Observer.Moment(1, 2, 1, 1, done, 1000, here, 0.5, 0.5);
  }
}
