package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import bakeoff.run.Places;
import bakeoff.run.RunsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where things are. */
final class Folders {

  private static final Path USUAL = Path.of("results");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where data sets are; default: $BAKEOFF_DATA, or data.")
  private @Nullable Path data;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where results are kept, for git; default: results.")
  private @Nullable Path results;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where logs, checkpoints and models go; default: $BAKEOFF_RUNS, or runs.")
  private @Nullable Path runs;

  Path data() {
    return given(data, "BAKEOFF_DATA", "data");
  }

  Path results() {
    return results == null ? USUAL : results;
  }

  boolean hasOwnResults() {
    return results != null && !whole(results).equals(whole(USUAL));
  }

  /** However it is written, and where links lead. */
  private static Path whole(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize(); // not there yet
    }
  }

  Path runs() {
    return given(runs, "BAKEOFF_RUNS", "runs");
  }

  private static Path folder(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UserError(path + ": a file, where a folder has to be");
    }
    return path;
  }

  ResultStore store() {
    return new ResultStore(folder(results()));
  }

  Places places() {
    return new Places(data(), folder(results()), folder(runs()));
  }

  /** Apart from the checkpoints and weights of the experiments that the tries are made of. */
  Places placesOfTries() {
    Places places = places();
    Path tries = RunsFolder.tries(places.runs(), places.results());
    return new Places(places.data(), places.results(), tries);
  }

  static Path given(@Nullable Path option, String variable, String usual) {
    if (option != null) {
      return option;
    }
    String environment = System.getenv(variable);
    return Path.of(environment == null || environment.isEmpty() ? usual : environment);
  }
}
