package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one experiment of a file: with a cell's values, and with those of the command line. */
final class MemberReader {

  private final Problems problems;
  private final List<Setting> settings;

  MemberReader(Problems problems, List<Setting> settings) {
    this.problems = problems;
    this.settings = settings;
  }

  /** A value that a cell has for a key. */
  private record Own(String key, Mark at, Node value) {}

  /** Empty if it has a mistake, which is then among the problems. */
  Optional<Experiment> read(
      Node.Mapping root, Definitions definitions, Cell cell, Path file, String name) {
    int before = problems.count();
    Definitions values = definitions;
    List<Own> keys = new ArrayList<>();
    for (Cell.Choice choice : cell.choices()) {
      Axis axis = choice.axis();
      if (axis.isName()) {
        values = values.with(axis.key(), new Node.Entry(axis.at(), choice.value()));
      } else {
        keys.add(new Own(axis.key(), axis.at(), choice.value()));
      }
    }
    for (Setting setting : settings) {
      values = setting.isOfDefine() ? setting.apply(values, problems) : values;
    }
    Substitution substitution = new Substitution(values, problems);
    Node.Mapping whole =
        substitution.in(Families.without(List.of(Definitions.KEY, Matrix.KEY), root));
    for (Own own : keys) {
      Mark at = own.at();
      whole =
          KeyPath.of(own.key())
              .put(
                  whole,
                  substitution.in(own.value()),
                  at,
                  (message, hint) -> problems.add(at, message, hint));
    }
    for (Setting setting : settings) {
      whole = setting.isOfDefine() ? whole : setting.apply(whole, file.toString(), problems);
    }
    Binder binder = new Binder(problems);
    Optional<Experiment> bound = binder.bind(whole, Experiment.class, "");
    new Checks(problems, binder, whole).check();
    new ClaimChecks(problems, binder, whole.at())
        .checkOthers(
            name,
            () -> experimentsBeside(file),
            other -> names(file.resolveSibling(other + ".yaml"), other));
    if (problems.count() == before) {
      bound.ifPresent(new TrainingChecks(problems, binder, whole.at())::checkLength);
    }
    return problems.count() > before ? Optional.empty() : bound;
  }

  /** What a file gives: one of its name, or those of its grid. */
  private static List<String> names(Path file, String name) {
    Problems its = new Problems(); // which are told where that file is read
    return new Families(its)
        .of(file)
        .map(
            family -> {
              if (!family.root().entries().containsKey(Matrix.KEY)) {
                return List.of(name);
              }
              Definitions values = Definitions.of(family.root(), its);
              return Matrix.of(family.root(), values, its)
                  .map(Matrix::cells)
                  .orElse(List.of())
                  .stream()
                  .map(cell -> name + ExperimentFile.MEMBER + cell)
                  .toList();
            })
        .orElse(List.of());
  }

  /** Without the bases, which are never run. */
  private static List<String> experimentsBeside(Path file) {
    return Families.beside(file).stream().filter(name -> !name.startsWith("_")).toList();
  }
}
