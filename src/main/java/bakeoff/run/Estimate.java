package bakeoff.run;

import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Network;
import bakeoff.spec.Precision;
import bakeoff.spec.Timetable;

/**
 * How long a trial takes, from its network: a constant a layer, arithmetic, and memory traffic of
 * the weights. The three constants are a rough fit to a few networks on two cores of an x86-64
 * server; {@link Speed} corrects them by what trials took on this machine. All in seconds.
 *
 * @param steps of the whole training: a number
 * @param layers the constants of its layers, a step
 * @param arithmetic a step
 * @param traffic a step
 * @param besides the start, and what is tested
 */
public record Estimate(
    long steps, double layers, double arithmetic, double traffic, double besides) {

  private static final double SECONDS_A_LAYER = 60e-6;
  private static final double FLOPS_A_SECOND = 100e9;
  private static final double BYTES_A_SECOND = 15e9;

  /** Weights, gradient and momentum are read, weights and momentum written. */
  private static final double BYTES_A_PARAMETER = 20;

  /** What bfloat16 gains: measured on model 7 of the article at batch 128. */
  private static final double BFLOAT16_SPEED = 2.5;

  private static final double START_SECONDS = 2;

  public static Estimate of(ExperimentFile file) {
    Experiment experiment = file.experiment();
    Network network = experiment.network();
    int batch = experiment.training().batchSize();
    Timetable timetable = experiment.timetable();
    long test = experiment.facts().testImages();
    double precision = experiment.training().precision() == Precision.BFLOAT16 ? BFLOAT16_SPEED : 1;
    double speed = precision * FLOPS_A_SECOND * StrictMath.pow(file.threads(), 0.8);
    int views = experiment.training().testTimeAugmentation().count();
    double scoring = test * (double) network.flops() / speed;
    int tested = timetable.epochs() - 1 + views;
    if (experiment.training().bestEpoch() != null) {
      tested++; // the chosen epoch is tested again
    }
    double validation =
        timetable.epochs() * (double) experiment.validationImages() * network.flops() / speed;
    return new Estimate(
        timetable.steps() * experiment.training().accumulate(),
        SECONDS_A_LAYER * network.rows().stream().filter(row -> !row.composite()).count(),
        3 * network.flops() * batch / speed,
        BYTES_A_PARAMETER * network.parameters() / BYTES_A_SECOND,
        START_SECONDS + tested * scoring + validation);
  }

  /** On a machine like the one of the constants. */
  public double seconds() {
    return steps * (layers + arithmetic + traffic) + besides;
  }
}
