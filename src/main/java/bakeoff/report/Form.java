package bakeoff.report;

/** Where a section is read. */
enum Form {
  /** {@code report.md}, whose tables are kept short. */
  SHORT(50),
  /** {@code report.html}, which leaves nothing out. */
  WHOLE(Integer.MAX_VALUE);

  private final int longest;

  Form(int longest) {
    this.longest = longest;
  }

  /** How many lines a table has at most. */
  int longest() {
    return longest;
  }
}
