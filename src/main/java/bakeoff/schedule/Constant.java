package bakeoff.schedule;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Range;

@Doc("The same rate all through; a bare number means this.")
public record Constant(
    @Doc(value = "The rate.", example = "0.001") @Main @Range(above = 0) double rate)
    implements Schedule {

  @Override
  public double at(double progress) {
    return rate;
  }
}
