package bakeoff.run;

import bakeoff.train.Observer;

/**
 * How far a trial is.
 *
 * @param here images trained since its process took it up, as a share of all
 * @param left images still to train, as a share of all
 */
record Pace(double here, double left) {

  static final Pace UNKNOWN = new Pace(0, 1);

  private static final double TELLING = 0.02;

  static Pace of(Observer.Moment moment) {
    double total = moment.total();
    return new Pace(moment.here() / total, (moment.total() - moment.done()) / total);
  }

  /**
   * By what it has done so far, once that says more than the estimate.
   *
   * @param seconds since its process took it up
   * @param estimated from then on
   */
  double secondsLeft(double seconds, double estimated) {
    return here < TELLING ? Math.max(0, estimated - seconds) : seconds / here * left;
  }
}
