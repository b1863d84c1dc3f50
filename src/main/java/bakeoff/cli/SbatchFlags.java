package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.run.SlurmScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words behind {@code --}, as lines of a batch script. */
final class SbatchFlags {

  private static final Set<String> OURS =
      Set.of("--array", "-a", "--wrap", "--parsable", "--wait", "-W");

  private SbatchFlags() {}

  /** A flag and the value behind it are one line. */
  static List<String> lines(List<String> words) {
    List<String> lines = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("-")) {
        String name = word.replaceFirst("=.*", "");
        if (OURS.contains(name) || word.matches("-a.+")) {
          throw new UserError(
              name + " is for bakeoff to say: a task is a trial",
              "--jobs N is how many run at once, at most");
        }
        lines.add(SlurmScript.inComment(word));
      } else if (lines.isEmpty()) {
        throw new UserError(
            "-- " + word + ": not a flag of sbatch", "paths stand before `--`, flags behind it");
      } else {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + " " + SlurmScript.inComment(word));
      }
    }
    return lines;
  }
}
