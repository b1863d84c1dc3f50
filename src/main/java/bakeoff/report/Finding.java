package bakeoff.report;

/**
 * What the results say to a claim.
 *
 * @param row whose file makes it
 * @param claim as a sentence
 * @param grounds the figures that the answer rests on; empty if there are none
 */
record Finding(Row row, String claim, Answer answer, String grounds) {

  /** Whether a claim is borne out. */
  enum Answer {
    HOLDS("holds"),
    CONTRADICTED("contradicted"),
    NOT_CONTRADICTED("not contradicted"),
    UNDECIDED("undecided"),
    NO_RESULTS("no results yet");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
