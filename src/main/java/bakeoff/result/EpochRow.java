package bakeoff.result;

import java.util.List;

/**
 * One epoch of a training.
 *
 * @param epoch from 1, through all phases
 * @param phase from 1
 * @param learningRate of the epoch's last step
 * @param trainLoss mean over the epoch's images, in training mode, as the weights changed
 * @param trainAccuracy the same, a fraction
 * @param losses the mean training loss of every 2,000 steps; a rest is left out
 */
public record EpochRow(
    int epoch,
    int phase,
    double learningRate,
    double trainLoss,
    double trainAccuracy,
    double testLoss,
    double testAccuracy,
    List<Double> losses) {

  public EpochRow {
    trainLoss = Fixed.six(trainLoss);
    trainAccuracy = Fixed.six(trainAccuracy);
    testLoss = Fixed.six(testLoss);
    testAccuracy = Fixed.six(testAccuracy);
    losses = losses.stream().map(Fixed::six).toList();
  }
}
