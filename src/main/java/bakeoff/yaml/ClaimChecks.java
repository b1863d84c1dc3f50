package bakeoff.yaml;

import bakeoff.claim.Claim;
import bakeoff.claim.Comparative;
import bakeoff.claim.HardestClasses;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether what is claimed is of experiments and classes that there are. */
final class ClaimChecks {

  private final Problems problems;
  private final Binder binder;
  private final Mark root;

  ClaimChecks(Problems problems, Binder binder, Mark root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  /**
   * @param beside the names of the folder's files, asked for if a claim is about an experiment
   * @param namesIn the names of a file's experiments; none if it has a mistake
   */
  void checkOthers(
      String name, Supplier<List<String>> beside, Function<String, List<String>> namesIn) {
    for (Claim claim : claims()) {
      if (claim instanceof Comparative comparative) {
        String than = comparative.than();
        if (than.equals(name)) {
          problems.add(at(claim, "than"), "`" + than + "` is this experiment itself");
        } else if (!beside.get().contains(fileOf(than))) {
          problems.add(
              at(claim, "than"),
              "there is no experiment `" + than + "` in this folder",
              near(than, beside.get()));
        } else {
          checkMember(at(claim, "than"), than, namesIn.apply(fileOf(than)));
        }
      }
    }
  }

  private void checkMember(Mark at, String than, List<String> names) {
    if (!names.isEmpty() && !names.contains(than)) {
      String first = names.get(0);
      problems.add(
          at,
          than.equals(fileOf(than))
              ? "`" + than + "` is a grid, and no experiment itself"
              : "the grid of `" + fileOf(than) + "` has no experiment `" + than + "`",
          than.equals(fileOf(than)) ? "name one of it, as `" + first + "`" : near(than, names));
    }
  }

  /** One of a grid is in the grid's file. */
  private static String fileOf(String name) {
    int member = name.indexOf(ExperimentFile.MEMBER);
    return member < 0 ? name : name.substring(0, member);
  }

  void checkClasses(List<String> classes) {
    for (Claim claim : claims()) {
      if (claim instanceof HardestClasses hardest) {
        checkClasses(hardest, classes);
      }
    }
  }

  private void checkClasses(HardestClasses hardest, List<String> classes) {
    Set<String> seen = new HashSet<>();
    for (String name : hardest.classes()) {
      if (!classes.contains(name)) {
        problems.add(
            at(hardest, "classes"),
            "`hardest_classes` has `" + name + "`; there are " + Words.list(classes),
            near(name, classes));
      } else if (!seen.add(name)) {
        problems.add(at(hardest, "classes"), "`hardest_classes` has `" + name + "` twice");
      }
    }
    if (seen.size() == classes.size()) {
      problems.add(at(hardest, "classes"), "`hardest_classes` has all classes");
    }
  }

  private List<Claim> claims() {
    return binder.part("reference", Reference.class).map(Reference::claims).orElse(List.of());
  }

  private Mark at(Claim claim, String key) {
    return binder.place(claim, key).or(() -> binder.place(claim)).orElse(root);
  }

  private static @Nullable String near(String word, List<String> words) {
    return Spelling.nearest(word, words).map(name -> "did you mean `" + name + "`?").orElse(null);
  }
}
