package bakeoff.spec;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment and where it was read.
 *
 * @param folder the name of the folder the file is in: the results' folder bears it too
 * @param name the file's name without {@code .yaml}
 * @param parent the name of the experiment it extends directly; null if none, or only a base
 */
public record ExperimentFile(
    Path path, String folder, String name, @Nullable String parent, Experiment experiment) {

  public List<Trial> trials() {
    return experiment.seeds().stream().map(seed -> new Trial(this, seed)).toList();
  }

  public int threads() {
    Integer given = experiment.training().threads();
    return given != null ? given : experiment.network().threads(experiment.training().batchSize());
  }
}
