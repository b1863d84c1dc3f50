package bakeoff.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every mistake, so that all of them are told at once. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Mark at, String message) {
    add(at, message, null);
  }

  public void add(Mark at, String message, @Nullable String hint) {
    add(new Problem(at, message, hint));
  }

  /** The same mistake found twice, by two files that extend one base, say, counts once. */
  public void add(Problem problem) {
    if (found.stream().noneMatch(problem::isSameAs)) {
      found.add(problem);
    }
  }

  public int count() {
    return found.size();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order of files, lines and columns. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::at)).toList();
  }
}
