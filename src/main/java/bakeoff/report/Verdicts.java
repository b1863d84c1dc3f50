package bakeoff.report;

import bakeoff.stats.Difference;

/** Verdicts with the marks of their footnotes. */
final class Verdicts {

  private Verdicts() {}

  static String words(Planned p) {
    return p.verdict() + mark(p.difference().test());
  }

  static String mark(Difference.Test test) {
    return switch (test) {
      case BORROWED -> Footnotes.BORROWED;
      case WELCH -> Footnotes.WELCH;
      case POOLED_T, IDENTICAL, NONE -> "";
    };
  }
}
