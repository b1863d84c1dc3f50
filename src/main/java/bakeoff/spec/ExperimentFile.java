package bakeoff.spec;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment and where it was read.
 *
 * @param folder the name of the folder the file is in: the results' folder bears it too
 * @param name the file's name without {@code .yaml}; of one of a grid, {@code NAME@width=32}
 * @param parent the name of the experiment it is compared with: the one it extends directly, else
 *     the first of its grid; null if there is none
 */
public record ExperimentFile(
    Path path, String folder, String name, @Nullable String parent, Experiment experiment) {

  /** Stands in the names of a grid's experiments between the file's and what is its own. */
  public static final String MEMBER = "@";

  /** What a command takes for it: its file, or the name of one of a grid in the same folder. */
  public Path shown() {
    return name.contains(MEMBER) ? path.resolveSibling(name) : path;
  }

  public List<Trial> trials() {
    return experiment.seeds().stream().map(seed -> new Trial(this, seed)).toList();
  }

  public int threads() {
    Integer given = experiment.training().threads();
    return given != null ? given : experiment.network().threads(experiment.training().batchSize());
  }
}
