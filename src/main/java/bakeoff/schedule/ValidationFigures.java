package bakeoff.schedule;

/**
 * What came of the validation images after an epoch, as results hold it: six decimals.
 *
 * @param loss the mean over the images
 * @param accuracy a fraction
 */
public record ValidationFigures(double loss, double accuracy) {}
