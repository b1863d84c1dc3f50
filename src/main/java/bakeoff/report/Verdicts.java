package bakeoff.report;

/** Verdicts with the marks of their footnotes. */
final class Verdicts {

  private Verdicts() {}

  static String words(Planned p) {
    return p.verdict() + marks(p);
  }

  static String marks(Planned p) {
    String test =
        switch (p.difference().test()) {
          case BORROWED -> Footnotes.BORROWED;
          case WELCH -> Footnotes.WELCH;
          case POOLED_T, IDENTICAL, NONE -> "";
        };
    return test + (p.isOfUnlikeTests() ? Footnotes.UNLIKE_TESTS : "");
  }
}
