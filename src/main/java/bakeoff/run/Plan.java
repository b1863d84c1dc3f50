package bakeoff.run;

import bakeoff.result.ResultStore;
import bakeoff.spec.Trial;
import bakeoff.train.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which trials have to be trained, longest first, and how long that takes.
 *
 * @param upToDate how many have a current result
 * @param cores how many threads compute at once
 */
public record Plan(List<Planned> trials, int upToDate, int cores, int jobs) {

  static final Comparator<Planned> LONGEST_FIRST =
      Comparator.comparingDouble(Planned::seconds).reversed();

  public Plan {
    trials = List.copyOf(trials);
  }

  /**
   * A trial to train.
   *
   * @param estimate of all of it
   * @param share how much is left: less than 1 if a checkpoint of it is there
   * @param seconds that are left
   * @param again whether it has a current result
   */
  public record Planned(
      Trial trial, int threads, Estimate estimate, double share, double seconds, boolean again) {

    /** By what is known of the machine by now. */
    Planned at(Speed speed) {
      double left = share * speed.seconds(estimate);
      return new Planned(trial, threads, estimate, share, left, again);
    }
  }

  public static Plan of(
      List<Trial> trials, Places places, Speed speed, int cores, int jobs, boolean force) {
    ResultStore results = new ResultStore(places.results());
    List<Planned> planned = new ArrayList<>();
    int upToDate = 0;
    for (Trial trial : trials) {
      boolean current = TrialState.of(trial, results) == TrialState.CURRENT;
      if (current && !force) {
        upToDate++;
      } else {
        Estimate estimate = Estimate.of(trial.file());
        double share = shareLeft(trial, places);
        planned.add(
            new Planned(trial, trial.file().threads(), estimate, share, 0, current).at(speed));
      }
    }
    planned.sort(LONGEST_FIRST);
    return new Plan(planned, upToDate, cores, jobs);
  }

  private static double shareLeft(Trial trial, Places places) {
    Path folder = places.of(trial);
    return 1 - Checkpoints.shareDone(folder, trial.key(), trial.experiment().timetable());
  }

  /** When all are done: each takes its threads' cores as soon as they are free. */
  public double seconds() {
    return finishTimes().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  public double secondsToFirst() {
    return finishTimes().stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  private List<Double> finishTimes() {
    Packing packing = new Packing(cores, jobs);
    return trials.stream().map(next -> packing.add(next.threads(), next.seconds())).toList();
  }

  @Override
  public String toString() {
    int all = trials.size() + upToDate;
    String first = all + (all == 1 ? " trial, " : " trials, ") + upToDate + " up to date";
    return trials.isEmpty()
        ? first
        : first
            + ", about "
            + Durations.text(seconds())
            + "; first result in "
            + Durations.text(secondsToFirst());
  }
}
