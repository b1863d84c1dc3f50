package bakeoff.yaml;

import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the experiments of a grid: what all of them have, is told of the file. */
final class MemberProblems {

  /** A mistake, and the experiments that have it. */
  private record Found(Problem problem, List<String> names) {}

  private final List<Found> found = new ArrayList<>();

  void add(String name, Problems problems) {
    for (Problem problem : problems.sorted()) {
      found.stream()
          .filter(known -> known.problem().isSameAs(problem))
          .findFirst()
          .or(() -> Optional.of(first(problem)))
          .ifPresent(known -> known.names().add(name));
    }
  }

  private Found first(Problem problem) {
    Found first = new Found(problem, new ArrayList<>());
    found.add(first);
    return first;
  }

  /**
   * @param all how many experiments there are
   */
  void tell(int all, Problems problems) {
    for (Found each : found) {
      int others = each.names().size() - 1;
      String where =
          "in " + each.names().get(0) + (others == 0 ? "" : " and " + others + " more of the grid");
      Problem problem = each.problem();
      String hint = problem.hint() == null ? where : problem.hint() + "\n    " + where;
      problems.add(
          each.names().size() == all
              ? problem
              : new Problem(problem.at(), problem.message(), hint));
    }
  }
}
