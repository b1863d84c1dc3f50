package bakeoff.spec;

import bakeoff.layer.Row;

/** The memory that training takes at least, known without building the network. */
public final class Memory {

  private static final double BYTES = Float.BYTES;

  /** The weights and their gradients. */
  private static final double COPIES = 2;

  private Memory() {}

  /** Bytes of the weights, their gradients, and what a batch leaves for the way back. */
  public static double bytes(Experiment experiment) {
    Network network = experiment.network();
    double kept = 0;
    for (Row row : network.rows()) {
      kept += row.composite() ? 0 : row.output().count();
    }
    double means = experiment.training().ema() == null ? 0 : 1;
    double weights = (COPIES + means) * network.parameters();
    return BYTES * (weights + kept * experiment.training().batchSize());
  }
}
