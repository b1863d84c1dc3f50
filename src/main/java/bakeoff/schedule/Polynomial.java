package bakeoff.schedule;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("From one rate to another along (1 - progress)^power, as PyTorch's PolynomialLR.")
@Synonyms({"polynomial_lr", "polynomial_decay", "poly"})
public record Polynomial(
    @Doc(value = "The first step's rate.", example = "0.1") @Range(min = 0) double from,
    @Doc("The last step's rate.") @Default("0") @Range(min = 0) double to,
    @Doc("1 is a straight line; 2 falls fast first, and ends flat.") @Default("1") @Range(above = 0)
        double power)
    implements Schedule {

  @Override
  public double at(double progress) {
    return to + (from - to) * StrictMath.pow(1 - progress, power);
  }
}
