package bakeoff.report;

import java.util.List;

/** What each change did: the tree over {@code extends}. */
final class Ablation implements Section {

  private static final int DEEPEST = 12;
  private static final int LONGEST = 50;

  @Override
  public String markdown(Comparison c) {
    List<Branch> branches = c.tree();
    if (branches.isEmpty()) {
      return "";
    }
    Markdown.Table table =
        new Markdown.Table(
            "experiment", "what it changes", "difference, points:", "95% interval:", "verdict");
    List<Branch> shown = branches.subList(0, Math.min(LONGEST, branches.size()));
    for (Branch branch : shown) {
      table.row(
          name(branch), changes(branch), branch.difference(), branch.interval(), branch.verdict());
    }
    return "## What each change did\n\n"
        + "Test accuracy against the experiment that each extends"
        + (c.hasGrid() ? "; of a grid that extends none, against its first." : ".")
        + (c.planned().size() > 1
            ? " The interval is of the one comparison; verdict and p are adjusted for all "
                + c.planned().size()
                + " that are planned, so that an interval without 0 may be within noise."
            : "")
        + "\n\n"
        + table
        + Markdown.leftOut(shown.size(), branches.size(), "experiments of the tree are");
  }

  private static String name(Branch branch) {
    String indent = "&emsp;".repeat(Math.max(0, Math.min(branch.depth(), DEEPEST) - 1));
    return indent + (branch.depth() > 0 ? "↳ " : "") + Markdown.text(branch.row().name());
  }

  private static String changes(Branch branch) {
    if (branch.parent() == null) {
      return "";
    }
    List<String> changes = branch.changes();
    return changes.isEmpty()
        ? "nothing"
        : String.join("<br>", changes.stream().map(Markdown::code).toList());
  }
}
