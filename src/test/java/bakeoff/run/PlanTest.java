package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.train.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

  private static final Trial TRIAL = Trials.quick("some", 1, "[1]").trials().get(0);

  @TempDir private Path folder;

  private static Plan plan(int cores, int jobs, Plan.Planned... trials) {
    return new Plan(List.of(trials), 0, cores, jobs);
  }

  private static Plan.Planned planned(int threads, double seconds) {
    return new Plan.Planned(TRIAL, threads, Estimate.of(TRIAL.file()), 1, seconds, false);
  }

  @Test
  void trialsOfOneThreadFillTheCores() {
    Plan plan = plan(2, Integer.MAX_VALUE, planned(1, 30), planned(1, 20), planned(1, 10));
    assertEquals(30, plan.seconds());
    assertEquals(20, plan.secondsToFirst());
  }

  @Test
  void fewerJobsThanCoresTakeTurns() {
    Plan plan = plan(4, 1, planned(1, 30), planned(1, 20), planned(1, 10));
    assertEquals(60, plan.seconds());
    assertEquals(30, plan.secondsToFirst());
    assertEquals(30, plan(4, 2, planned(1, 30), planned(1, 20), planned(1, 10)).seconds());
  }

  @Test
  void aTrialOfTwoThreadsTakesTwoCores() {
    assertEquals(50, plan(2, 8, planned(2, 30), planned(1, 20), planned(1, 20)).seconds());
    assertEquals(30, plan(4, 8, planned(2, 30), planned(1, 20), planned(1, 20)).seconds());
  }

  @Test
  void moreThreadsThanCoresRunAlone() {
    assertEquals(50, plan(2, 8, planned(8, 30), planned(1, 20)).seconds());
  }

  @Test
  void noTrialsTakeNoTime() {
    assertEquals(0, plan(2, 8).seconds());
    assertEquals("7 trials, 7 up to date", new Plan(List.of(), 7, 2, 2).toString());
  }

  @Test
  void saysWhatIsToDo() {
    Plan plan = new Plan(List.of(planned(1, 30), planned(1, 570)), 12, 1, 1);
    assertEquals("14 trials, 12 up to date, about 10 min; first result in 30 s", plan.toString());
  }

  private Plan of(boolean force, ExperimentFile... files) {
    Path runs = folder.resolve("runs");
    Places places = new Places(folder.resolve("data"), folder.resolve("results"), runs);
    return Plan.of(Trials.all(files), places, Speed.of(runs), 2, 2, force);
  }

  @Test
  void putsTheLongestFirst() {
    Plan plan = of(false, Trials.quick("short", 1, "[1, 2]"), Trials.quick("long", 90, "[1]"));
    assertEquals(
        List.of("small/long/1", "small/short/1", "small/short/2"),
        plan.trials().stream().map(planned -> planned.trial().label()).toList());
  }

  @Test
  void whatIsLeftFollowsWhatOthersTook() {
    Speed speed = Speed.of(folder);
    Estimate estimate = Estimate.of(TRIAL.file());
    Plan.Planned half = new Plan.Planned(TRIAL, 1, estimate, 0.5, 1, false);
    assertEquals(0.5 * estimate.seconds(), half.at(speed).seconds(), 1e-9);
    speed.learn(estimate, 90 * estimate.seconds());
    assertEquals(45 * estimate.seconds(), half.at(speed).seconds(), 0.1 * estimate.seconds());
  }

  @Test
  void leavesOutWhatIsUpToDateAndTriesCrashesAgain() throws IOException {
    ExperimentFile file = Trials.quick("some", 1, "[1, 2, 3, 4]");
    store(file.trials().get(0), new Outcome.Finished());
    store(file.trials().get(1), new Outcome.Diverged(1, 3));
    store(file.trials().get(2), new Outcome.Crashed("the worker ended with exit code 1"));
    Plan plan = of(false, file);
    assertEquals(2, plan.upToDate());
    assertEquals(List.of(3, 4), seeds(plan));
    assertEquals(List.of(1, 2, 3, 4), seeds(of(true, file)));
    assertEquals(0, of(true, file).upToDate());
  }

  @Test
  void trainsAgainWhatHasChanged() throws IOException {
    ExperimentFile before = Trials.quick("some", 1, "[1, 2]");
    store(before.trials().get(0), new Outcome.Finished());
    ExperimentFile after = Trials.quick("some", 2, "[1, 2]");
    assertEquals(List.of(1, 2), seeds(of(false, after)));
    ResultStore results = new ResultStore(folder.resolve("results"));
    assertEquals(
        List.of(TrialState.STALE, TrialState.NOT_RUN),
        Stream.of(0, 1).map(i -> TrialState.of(after.trials().get(i), results)).toList());
  }

  private static List<Integer> seeds(Plan plan) {
    return plan.trials().stream().map(planned -> planned.trial().seed()).toList();
  }

  private void store(Trial trial, Outcome outcome) throws IOException {
    new ResultStore(folder.resolve("results"))
        .write(
            trial,
            Results.of(trial, outcome, Platform.provenance(Device.CPU, "none"), List.of(), null),
            new byte[0]);
  }
}
