package bakeoff.schedule;

import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("From one rate to another by the same factor every step.")
@Synonyms({"exponential_lr", "exponential_decay"})
public record Exponential(
    @Doc(value = "The first step's rate.", example = "0.1") @Range(above = 0) double from,
    @Doc(value = "The last step's rate.", example = "0.001") @Range(above = 0) double to)
    implements Schedule {

  @Override
  public double at(double progress) {
    return from * StrictMath.pow(to / from, progress);
  }
}
