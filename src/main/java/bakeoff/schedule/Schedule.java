package bakeoff.schedule;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Shorthand;
import java.util.List;
import java.util.function.Supplier;

/** The learning rate over a phase. A kind is one record here; {@code permits} lists the kinds. */
public sealed interface Schedule
    permits Constant, Linear, Cosine, Exponential, Polynomial, OneCycle, ReduceOnPlateau {

  /** A bare number is a constant rate. */
  @Shorthand
  @Doc("A constant rate.")
  static Schedule of(@Range(above = 0) double rate) {
    return new Constant(rate);
  }

  /**
   * @param progress the share of the phase's steps that are done: 0 at its first step, 1 at its
   *     last
   */
  double at(double progress);

  /**
   * The same where the rate also follows from what came of the validation images.
   *
   * @param seen after each epoch that ended in this phase
   */
  default double at(double progress, Supplier<List<ValidationFigures>> seen) {
    return at(progress);
  }
}
