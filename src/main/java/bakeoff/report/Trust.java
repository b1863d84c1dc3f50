package bakeoff.report;

import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** Whether the table can be trusted: how many of the trials are there, and from where. */
final class Trust implements Section {

  @Override
  public String markdown(Comparison c) {
    Tally tally = c.tally();
    if (tally.wanted() == 0 && tally.surplus() == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    int current = tally.current() + tally.diverged() + tally.failed();
    parts.add(current + " of " + Digits.count(tally.wanted(), "trial") + " current");
    add(parts, tally.notRun(), "not run");
    add(parts, tally.stale(), "stale");
    add(parts, tally.diverged(), "diverged");
    parts.add(tally.failed() + " failed");
    add(parts, tally.surplus(), "stored without a file that asks for " + it(tally.surplus()));
    if (!tally.platforms().isEmpty()) {
      int platforms = tally.platforms().size();
      String where = Markdown.text(String.join("; ", tally.platforms()));
      parts.add((platforms == 1 ? "one platform" : platforms + " platforms") + " (" + where + ")");
    }
    return String.join(", ", parts) + "." + unlikeTests(c) + "\n";
  }

  private static String unlikeTests(Comparison c) {
    Row leader = c.leader();
    if (leader == null) {
      return "";
    }
    List<String> names =
        c.comparable().stream()
            .filter(row -> c.againstLeader(row).filter(Planned::isOfUnlikeTests).isPresent())
            .map(row -> Markdown.text(row.name()))
            .toList();
    return names.isEmpty()
        ? ""
        : " Tested on images altered in another way than the leader's, which is part of the"
            + " difference: "
            + Footnotes.names(names)
            + Footnotes.UNLIKE_TESTS
            + ".";
  }

  private static String it(int count) {
    return count == 1 ? "it" : "them";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
