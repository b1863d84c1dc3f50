package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which experiments are to be trained. */
final class Only {

  private static final int SHOWN = 20;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Train only experiments with such names; the report covers the folder.")
  private @Nullable String glob;

  /** A path that is none, but could be a name, is taken for one; the other paths come back. */
  List<Path> takeNames(List<Path> paths) {
    List<Path> left = new ArrayList<>(paths);
    for (Path path : paths) {
      if (glob == null && path.getNameCount() == 1 && !Files.exists(path) && !isFile(path)) {
        glob = path.toString();
        left.remove(path);
      }
    }
    return left;
  }

  private static boolean isFile(Path path) {
    return path.toString().endsWith(".yaml");
  }

  /** The same as a word of another call; none if it was not given. */
  List<String> words() {
    return glob == null ? List.of() : List.of("--only", glob);
  }

  /** Whether an experiment of this name is to be trained. */
  Predicate<String> names() {
    if (glob == null) {
      return name -> true;
    }
    try {
      PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return name -> pattern.matches(Path.of(name));
    } catch (PatternSyntaxException e) {
      throw new UserError(
          "--only " + glob + ": not a pattern of names", "for example 'model-[1-3]' or '*-wide'");
    }
  }

  /**
   * The trials of those among the experiments.
   *
   * @throws UserError if there are none
   */
  List<Trial> trials(List<ExperimentFile> experiments) {
    Predicate<String> wanted = names();
    List<ExperimentFile> chosen =
        experiments.stream().filter(file -> wanted.test(file.name())).toList();
    if (glob != null && chosen.isEmpty()) {
      List<String> names = experiments.stream().map(ExperimentFile::name).toList();
      throw new UserError(
          "--only " + glob + ": no experiment has such a name", "there are " + some(names));
    }
    return chosen.stream().flatMap(file -> file.trials().stream()).toList();
  }

  /** The first of them, in words. */
  static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
  }
}
