package bakeoff.result;

import bakeoff.schedule.ValidationFigures;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One epoch of a training.
 *
 * @param epoch from 1, through all phases
 * @param phase from 1
 * @param learningRate of the epoch's last step
 * @param trainLoss mean over the epoch's images, in training mode, as the weights changed
 * @param trainAccuracy the same, a fraction
 * @param losses the mean training loss of every 2,000 steps; a rest is left out
 * @param validationLoss null if no images are set aside
 * @param validationAccuracy a fraction; null if no images are set aside
 */
public record EpochRow(
    int epoch,
    int phase,
    double learningRate,
    double trainLoss,
    double trainAccuracy,
    double testLoss,
    double testAccuracy,
    List<Double> losses,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double validationLoss,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double validationAccuracy) {

  public EpochRow {
    trainLoss = Fixed.six(trainLoss);
    trainAccuracy = Fixed.six(trainAccuracy);
    testLoss = Fixed.six(testLoss);
    testAccuracy = Fixed.six(testAccuracy);
    losses = losses.stream().map(Fixed::six).toList();
    validationLoss = validationLoss == null ? null : Fixed.six(validationLoss);
    validationAccuracy = validationAccuracy == null ? null : Fixed.six(validationAccuracy);
  }

  /** Where no images are set aside. */
  public EpochRow(
      int epoch,
      int phase,
      double learningRate,
      double trainLoss,
      double trainAccuracy,
      double testLoss,
      double testAccuracy,
      List<Double> losses) {
    this(
        epoch,
        phase,
        learningRate,
        trainLoss,
        trainAccuracy,
        testLoss,
        testAccuracy,
        losses,
        null,
        null);
  }

  /** What choices are made by; null if no images are set aside. */
  public @Nullable ValidationFigures validated() {
    return validationLoss == null || validationAccuracy == null
        ? null
        : new ValidationFigures(validationLoss, validationAccuracy);
  }

  /** Of epochs that all have them. */
  public static List<ValidationFigures> validated(List<EpochRow> rows) {
    return rows.stream().map(EpochRow::validated).filter(Objects::nonNull).toList();
  }

  /** As a row would hold them. */
  public static ValidationFigures figures(double loss, double accuracy) {
    return new ValidationFigures(Fixed.six(loss), Fixed.six(accuracy));
  }
}
