package bakeoff.spec;

import bakeoff.dataset.Facts;
import bakeoff.layer.Row;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import java.util.List;

/**
 * What is known of a network without building it.
 *
 * @param weights the names of what learning can change, as {@code 0.conv2d/kernel}
 */
public record Network(Shape input, List<Row> rows, List<String> weights) {

  /** A training step costs about three forward passes: forward, and two products backward. */
  private static final long PASSES = 3;

  /** Above this many FLOPs a step, a second thread is worth its coordination. Frozen: see below. */
  private static final long TWO_THREADS = 500_000_000L;

  public Network {
    rows = List.copyOf(rows);
    weights = List.copyOf(weights);
  }

  static Network of(Experiment experiment) {
    Facts facts = experiment.facts();
    Shape input = Shape.of(facts.height(), facts.width(), facts.channels());
    ShapeNet net = new ShapeNet(facts.classes().size());
    net.sequence(experiment.model().layers(), input);
    return new Network(input, net.rows(), net.weights());
  }

  /** Weights, trainable or not. */
  public long parameters() {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  /** Those of its parameters that learning changes. */
  public long trainable() {
    return parameters() - rows.stream().mapToLong(Row::frozen).sum();
  }

  /** Numbers that follow from the images seen: running means and variances. */
  public long statistics() {
    return rows.stream().mapToLong(Row::statistics).sum();
  }

  /** Of one image's forward pass. */
  public long flops() {
    return rows.stream().mapToLong(Row::flops).sum();
  }

  /** Of all of a training: three forward passes an image shown; at most the largest long. */
  public long trainingFlops(Experiment experiment) {
    return trainingFlops(experiment.timetable(), experiment.timetable().steps());
  }

  /** Of a training that ends after so many epochs. */
  public long trainingFlops(Experiment experiment, int epochs) {
    Timetable timetable = experiment.timetable();
    long steps = Math.min(timetable.steps(), epochs * timetable.stepsPerEpoch());
    return trainingFlops(timetable, steps);
  }

  private long trainingFlops(Timetable timetable, long steps) {
    long images = Math.max(1, timetable.imagesBefore(steps));
    long anImage = PASSES * flops();
    return anImage > Long.MAX_VALUE / images ? Long.MAX_VALUE : anImage * images;
  }

  /**
   * The threads a trial computes with if its file does not say: a function of the network and the
   * batch size alone. Changing it changes the bits of every result that rests on it.
   */
  public int threads(int batchSize) {
    return PASSES * flops() * batchSize < TWO_THREADS ? 1 : 2;
  }
}
