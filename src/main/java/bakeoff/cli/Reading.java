package bakeoff.cli;

import bakeoff.problem.Mark;
import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.ExperimentFiles;
import bakeoff.yaml.ExperimentReader;
import bakeoff.yaml.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The experiments that a command was given, read, with all their mistakes. */
final class Reading {

  private final Problems problems = new Problems();
  private final List<ExperimentFile> experiments = new ArrayList<>();
  private final Map<String, Path> folders = new HashMap<>();

  private Reading() {}

  /** Files and folders; none means the folder {@code experiments}. */
  static Reading of(List<Path> paths) {
    return of(paths, List.of(), name -> true);
  }

  /**
   * @param changed the names of the experiments that the settings are for
   */
  static Reading of(List<Path> paths, List<Setting> settings, Predicate<String> changed) {
    Reading reading = new Reading();
    ExperimentReader reader = new ExperimentReader(reading.problems, settings, changed);
    List<Path> named = paths.isEmpty() ? List.of(Path.of("experiments")) : paths;
    Set<Path> read = new HashSet<>();
    for (Path path : named) {
      Optional<Path> grid = ExperimentFiles.gridOf(path);
      if (grid.isPresent()) {
        reading.addMember(reader.read(grid.get()), path);
        continue;
      }
      for (Path file : ExperimentFiles.find(List.of(path), reading.problems)) {
        if (read.add(file.toAbsolutePath().normalize())) {
          reader.read(file).forEach(reading::add);
        }
      }
    }
    return reading;
  }

  /** The one of a grid that has this name. */
  private void addMember(List<ExperimentFile> members, Path named) {
    List<ExperimentFile> found =
        members.stream().filter(file -> ExperimentFiles.isNamed(named, file.name())).toList();
    found.forEach(this::add);
    if (found.isEmpty() && !members.isEmpty()) {
      List<String> names = members.stream().map(ExperimentFile::name).toList();
      problems.add(
          Mark.whole(named.toString()),
          "no experiment of " + members.get(0).path() + "; there are " + Only.some(names),
          Spelling.nearest(named.getFileName().toString(), names)
              .map(near -> "did you mean `" + named.resolveSibling(near) + "`?")
              .orElse(null));
    }
  }

  /** Results bear the folder's name alone. */
  private void add(ExperimentFile file) {
    Path folder = file.path().toAbsolutePath().normalize().getParent();
    Path before = folders.putIfAbsent(file.folder(), folder);
    if (before != null && !before.equals(folder)) {
      problems.add(
          Mark.whole(file.path().resolveSibling("").toString()),
          "a second folder with the name `" + file.folder() + "`; their results would mix",
          "name one otherwise, or give each a --results of its own");
    }
    boolean known =
        experiments.stream()
            .anyMatch(
                other -> other.folder().equals(file.folder()) && other.name().equals(file.name()));
    if (!known) {
      experiments.add(file);
    }
  }

  List<ExperimentFile> experiments() {
    return experiments;
  }

  /** The same, by the folder they are in. */
  Map<String, List<ExperimentFile>> byFolder() {
    Map<String, List<ExperimentFile>> folders = new LinkedHashMap<>();
    experiments.forEach(
        file -> folders.computeIfAbsent(file.folder(), name -> new ArrayList<>()).add(file));
    return folders;
  }

  boolean hasMistakes() {
    return !problems.isEmpty();
  }

  void printMistakes(PrintWriter to) {
    List<Problem> found = problems.sorted();
    found.forEach(to::println);
    to.println(found.size() == 1 ? "1 mistake" : found.size() + " mistakes");
  }
}
