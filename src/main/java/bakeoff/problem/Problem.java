package bakeoff.problem;

import org.jspecify.annotations.Nullable;

/** One mistake: where it is, what is wrong, and a way out where one is known. */
public record Problem(Mark at, String message, @Nullable String hint) {

  /** Whether it is the same mistake, in however many places the value is used. */
  public boolean isSameAs(Problem other) {
    return at.isAt(other.at) && message.equals(other.message) && hint(this).equals(hint(other));
  }

  private static String hint(Problem problem) {
    return problem.hint == null ? "" : problem.hint;
  }

  @Override
  public String toString() {
    return at + ": " + message + used() + (hint == null ? "" : "\n    " + hint);
  }

  private String used() {
    Mark use = at.use();
    if (use == null) {
      return "";
    }
    Mark last = use;
    for (Mark next = use.use(); next != null; next = next.use()) {
      last = next;
    }
    return "\n    used in " + use + (last.equals(use) ? "" : ", and so in " + last);
  }
}
