package bakeoff.stats;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** McNemar's exact test: of two trained networks on the same images, not of two recipes. */
public final class McNemar {

  private McNemar() {}

  /**
   * Two-sided.
   *
   * @param onlyFirst the images that the first alone has right
   * @param onlySecond those that the second alone has right
   */
  public static double p(int onlyFirst, int onlySecond) {
    int discordant = Math.addExact(onlyFirst, onlySecond);
    if (discordant == 0) {
      return 1;
    }
    BinomialDistribution coin = new BinomialDistribution(null, discordant, 0.5);
    return Math.min(1, 2 * coin.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
  }
}
