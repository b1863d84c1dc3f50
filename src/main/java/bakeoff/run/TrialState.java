package bakeoff.run;

import bakeoff.result.ResultStore;
import bakeoff.spec.Trial;
import java.util.Optional;

/** What is stored of a trial. */
public enum TrialState {
  /** A result of the experiment as it is now. */
  CURRENT,
  /** A result of the experiment as it was. */
  STALE,
  /** The last attempt crashed; the next run tries again. */
  FAILED,
  NOT_RUN;

  public static TrialState of(Trial trial, ResultStore results) {
    Optional<ResultStore.Heading> stored = results.heading(trial);
    if (stored.isEmpty()) {
      return NOT_RUN;
    }
    if (stored.get().hasCrashed()) {
      return FAILED;
    }
    return stored.get().key().equals(trial.key()) ? CURRENT : STALE;
  }
}
