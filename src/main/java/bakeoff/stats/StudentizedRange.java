package bakeoff.stats;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * How far the best and the worst of so many equal means lie apart, in standard errors of one: what
 * a comparison with the best of them has to beat (Tukey 1953).
 */
public final class StudentizedRange {

  private static final double FURTHEST = 8.5;
  private static final double WIDEST = 12;
  private static final int STEPS = 120;
  private static final int POINTS = 16;
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final PolynomialSplineFunction ofKnownSpread;

  public StudentizedRange(int means) {
    if (means < 2) {
      throw new IllegalArgumentException("the range of " + means);
    }
    double[] widths = new double[STEPS + 1];
    double[] probabilities = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double width = WIDEST * i / STEPS;
      widths[i] = width;
      double inside = integral(z -> within(z, width, means), -FURTHEST, FURTHEST, 6);
      probabilities[i] = Math.min(1, means * inside);
    }
    ofKnownSpread = new SplineInterpolator().interpolate(widths, probabilities);
  }

  /** Gauss and Legendre's, panel by panel. */
  private static double integral(UnivariateFunction density, double from, double to, int panels) {
    double panel = (to - from) / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double start = from + i * panel;
      sum += GAUSS.legendre(POINTS, start, start + panel).integrate(density);
    }
    return sum;
  }

  /** One mean at z, the highest, and all others at most so far below. */
  private static double within(double z, double width, int means) {
    double others = NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(z - width);
    return NORMAL.density(z) * Math.pow(others, means - 1.0);
  }

  /** The probability of a range at least this wide. */
  public double beyond(double range, double degreesOfFreedom) {
    if (degreesOfFreedom > 25_000) {
      return 1 - known(range);
    }
    double half = degreesOfFreedom / 2;
    double scale = Math.log(2) + half * Math.log(half) - Gamma.logGamma(half);
    double middle = 1 / Math.sqrt(2 * degreesOfFreedom);
    double from = Math.max(0, 1 - 9 * middle);
    double to = 1 + 12 * middle;
    double inside =
        integral(
            s ->
                Math.exp(scale + (degreesOfFreedom - 1) * Math.log(s) - half * s * s)
                    * known(range * s),
            from,
            to,
            4);
    return Math.max(0, Math.min(1, 1 - inside));
  }

  private double known(double range) {
    return range >= WIDEST ? 1 : ofKnownSpread.value(range);
  }
}
