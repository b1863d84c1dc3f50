package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which files a command means when it is given files and folders. */
public final class ExperimentFiles {

  private ExperimentFiles() {}

  /**
   * Files as they are; of a folder its experiments, or if it has none, those of the folders in it.
   * A path that is not there, or a folder without experiments, is a problem.
   */
  public static List<Path> find(List<Path> paths, Problems problems) {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        found.add(path);
      } else if (Files.isDirectory(path)) {
        List<Path> inside = inFolder(path);
        if (inside.isEmpty()) {
          problems.add(
              Mark.whole(path.toString()),
              "no experiment in it (a file NAME.yaml)",
              "`bakeoff init " + path + "` writes one");
        }
        found.addAll(inside);
      } else {
        problems.add(Mark.whole(path.toString()), "no such file or folder", nearest(path));
      }
    }
    return List.copyOf(found);
  }

  /** The file that the experiment of this name beside it is in. */
  public static Path fileOf(Path named) {
    String name = named.getFileName().toString();
    int member = name.indexOf(ExperimentFile.MEMBER);
    return named.resolveSibling((member < 0 ? name : name.substring(0, member)) + ".yaml");
  }

  /** The file whose grid this is one of: {@code NAME@width=32} beside {@code NAME.yaml}. */
  public static Optional<Path> gridOf(Path named) {
    boolean isMember = named.toString().contains(ExperimentFile.MEMBER) && !Files.exists(named);
    return isMember ? Optional.of(fileOf(named)).filter(Files::isRegularFile) : Optional.empty();
  }

  /** Whether a path of a grid's experiment is of this name; it may end as files do. */
  public static boolean isNamed(Path named, String name) {
    String last = named.getFileName().toString();
    return last.equals(name) || last.equals(name + ".yaml");
  }

  /** The experiments of a folder, without those of the folders in it. */
  public static List<Path> directlyIn(Path folder) {
    return list(folder).stream().filter(ExperimentFiles::isExperiment).toList();
  }

  private static List<Path> inFolder(Path folder) {
    List<Path> own = directlyIn(folder);
    if (!own.isEmpty()) {
      return own;
    }
    return list(folder).stream()
        .filter(Files::isDirectory)
        .flatMap(below -> directlyIn(below).stream())
        .toList();
  }

  private static boolean isExperiment(Path path) {
    String name = path.getFileName().toString();
    // The reader refuses .yml: an experiment that is passed over in silence would be worse.
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.startsWith("_")
        && !name.startsWith(".")
        && Files.isRegularFile(path);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String nearest(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return null;
    }
    List<String> names = list(folder).stream().map(path -> path.getFileName().toString()).toList();
    return Spelling.nearest(missing.getFileName().toString(), names)
        .map(name -> "did you mean `" + missing.resolveSibling(name) + "`?")
        .orElse(null);
  }
}
