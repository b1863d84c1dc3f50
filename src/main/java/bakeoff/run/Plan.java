package bakeoff.run;

import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
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

  public Plan {
    trials = List.copyOf(trials);
  }

  /** A trial to train. */
  public record Planned(Trial trial, int threads, double seconds) {}

  public static Plan of(
      List<ExperimentFile> files,
      ResultStore results,
      Speed speed,
      int cores,
      int jobs,
      boolean force) {
    List<Planned> planned = new ArrayList<>();
    int upToDate = 0;
    for (ExperimentFile file : files) {
      double seconds = speed.seconds(Estimate.seconds(file));
      for (Trial trial : file.trials()) {
        if (!force && TrialState.of(trial, results) == TrialState.CURRENT) {
          upToDate++;
        } else {
          planned.add(new Planned(trial, file.threads(), seconds));
        }
      }
    }
    planned.sort(Comparator.comparingDouble(Planned::seconds).reversed());
    return new Plan(planned, upToDate, cores, jobs);
  }

  /** When all are done: each takes its threads' cores as soon as they are free. */
  public double seconds() {
    return finishTimes().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  public double secondsToFirst() {
    return finishTimes().stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  private List<Double> finishTimes() {
    double[] free = new double[Math.max(1, Math.min(cores, jobs * cores))];
    List<Double> finished = new ArrayList<>();
    for (Planned next : trials) {
      int wanted = Math.min(next.threads(), free.length);
      java.util.Arrays.sort(free);
      double start = free[wanted - 1];
      for (int core = 0; core < wanted; core++) {
        free[core] = start + next.seconds();
      }
      finished.add(start + next.seconds());
    }
    return finished;
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
