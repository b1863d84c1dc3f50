package bakeoff.schedule;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;

@Doc("In a straight line from one rate to another: a warm-up, or a decay.")
public record Linear(
    @Doc(value = "The first step's rate.", example = "0.1") @Range(min = 0) double from,
    @Doc(value = "The last step's rate.", example = "0") @Range(min = 0) double to)
    implements Schedule {

  @Override
  public double at(double progress) {
    return from + (to - from) * progress;
  }
}
