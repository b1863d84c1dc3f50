package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What is in git was made from the files in git: no content key has moved, no report is behind. */
class CommittedResultsTest {

  @Test
  void everyResultIsOfTheFileAsItIs() {
    Call check = Call.of("check", "experiments/cifar10");
    assertEquals(0, check.status(), check.err());
    assertFalse(check.out().contains("stale"), check.out());
    assertFalse(check.out().contains("failed"), check.out());
    assertFalse(check.out().lines().noneMatch(line -> line.contains(" current")), check.out());
  }

  @Test
  void everyReportIsWhatTheResultsGive() {
    Call check = Call.of("report", "results/cifar10", "--check");
    assertEquals(0, check.status(), check.out() + check.err());
  }
}
