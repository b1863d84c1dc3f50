package bakeoff.yaml;

import bakeoff.problem.Problems;
import bakeoff.spec.ExperimentFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the files beside an experiment's give, each looked at once; their mistakes are not told. */
final class Neighbours {

  private final Problems untold = new Problems(); // they are told where that file is read
  private final Families families = new Families(untold);
  private final Map<Path, List<String>> experiments = new HashMap<>();

  /** The names of the files in a file's folder, without the bases, which are never run. */
  static List<String> files(Path file) {
    return Families.beside(file).stream().filter(name -> !name.startsWith("_")).toList();
  }

  /** Those of a file beside: one of its name, or those of its grid; none if that has a mistake. */
  List<String> experiments(Path beside, String name) {
    return experiments.computeIfAbsent(
        beside.resolveSibling(name + ".yaml"),
        file -> families.of(file).map(family -> experiments(family, name)).orElse(List.of()));
  }

  private List<String> experiments(Family family, String name) {
    if (!family.root().entries().containsKey(Matrix.KEY)) {
      return List.of(name);
    }
    Definitions values = Definitions.of(family.root(), untold);
    return Matrix.of(family.root(), values, untold).map(Matrix::cells).orElse(List.of()).stream()
        .map(cell -> name + ExperimentFile.MEMBER + cell)
        .toList();
  }
}
