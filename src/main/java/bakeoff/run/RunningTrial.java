package bakeoff.run;

import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import org.jspecify.annotations.Nullable;

/** A trial in a worker, as far as the parent has heard of it. */
final class RunningTrial {

  private final Plan.Planned planned;
  private final TrialLog log;
  private final long started = System.nanoTime();
  private long heard = started;
  private Pace pace = Pace.UNKNOWN;
  private boolean resumed;
  private @Nullable String killedBecause;

  RunningTrial(Plan.Planned planned, TrialLog log) {
    this.planned = planned;
    this.log = log;
  }

  Trial trial() {
    return planned.trial();
  }

  int threads() {
    return planned.threads();
  }

  Estimate estimate() {
    return planned.estimate();
  }

  TrialLog log() {
    return log;
  }

  /** It gave a sign of life. */
  void hear() {
    heard = System.nanoTime();
  }

  void progress(Observer.Moment moment) {
    resumed |= moment.done() > moment.here();
    pace = Pace.of(moment);
  }

  /** Whether another process trained some of it. */
  boolean isResumed() {
    return resumed;
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  double secondsLeft() {
    return pace.secondsLeft(seconds(), planned.seconds());
  }

  /** Why it is given up; null if it is not. */
  @Nullable String killedBecause() {
    return killedBecause;
  }

  /** Gives it up if it has gone past a limit. */
  void judge(Scheduler.Limits limits) {
    double silence = (System.nanoTime() - heard) / 1e9;
    if (seconds() > limits.trialSeconds()) {
      killedBecause = "took longer than " + Durations.text(limits.trialSeconds());
    } else if (silence > limits.silenceSeconds()) {
      killedBecause = "no sign of life for " + Durations.text(limits.silenceSeconds());
    } else if (log.isFull()) {
      killedBecause = "its log is full";
    }
  }
}
