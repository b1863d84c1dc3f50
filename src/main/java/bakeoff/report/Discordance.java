package bakeoff.report;

import bakeoff.stats.McNemar;
import bakeoff.text.Digits;
import bakeoff.text.Plain;

/**
 * Two trained networks on the same images: how many each alone has right.
 *
 * @param p McNemar's exact test: about these two networks, not about two recipes
 */
record Discordance(Judged first, Judged second, int onlyFirst, int onlySecond, double p) {

  static Discordance of(Judged first, Judged second) {
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int image = 0; image < first.predicted().length; image++) {
      boolean a = first.isRight(image);
      boolean b = second.isRight(image);
      onlyFirst += a && !b ? 1 : 0;
      onlySecond += b && !a ? 1 : 0;
    }
    return new Discordance(first, second, onlyFirst, onlySecond, McNemar.p(onlyFirst, onlySecond));
  }

  /** {@code net, seed 1, alone has 1,200 images right, other, seed 1, alone 900: p < 0.001}. */
  String text() {
    return Plain.text(first.label())
        + ", alone has "
        + Digits.count(onlyFirst, "image")
        + " right, "
        + Plain.text(second.label())
        + ", alone "
        + Digits.count(onlySecond)
        + ": "
        + Digits.p(p);
  }
}
