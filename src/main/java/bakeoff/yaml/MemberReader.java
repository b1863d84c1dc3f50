package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one experiment of a file: with a cell's values, and with those of the command line. */
final class MemberReader {

  private final Problems problems;
  private final List<Setting> settings;
  private final Neighbours neighbours;

  MemberReader(Problems problems, List<Setting> settings, Neighbours neighbours) {
    this.problems = problems;
    this.settings = settings;
    this.neighbours = neighbours;
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
      if (!setting.isOfDefine()) {
        whole = setting.apply(whole, substitution::in, file.toString(), problems);
      }
    }
    Binder binder = new Binder(problems);
    Optional<Experiment> bound = binder.bind(whole, Experiment.class, "");
    new Checks(problems, binder, whole).check();
    new ClaimChecks(problems, binder, whole.at())
        .checkOthers(
            name, () -> Neighbours.files(file), other -> neighbours.experiments(file, other));
    if (problems.count() == before) {
      bound.ifPresent(new TrainingChecks(problems, binder, whole.at())::checkLength);
    }
    return problems.count() > before ? Optional.empty() : bound;
  }
}
