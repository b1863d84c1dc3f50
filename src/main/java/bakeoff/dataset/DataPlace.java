package bakeoff.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where this process has its data, for the data sets whose facts are found in the data alone:
 * {@code --data}, else {@code BAKEOFF_DATA}, else {@code data}. It is set once, before anything is
 * read.
 */
public final class DataPlace {

  private static volatile @Nullable Path chosen;

  private DataPlace() {}

  /** Null for the usual place. */
  public static void choose(@Nullable Path folder) {
    chosen = folder;
  }

  public static Path get() {
    Path folder = chosen;
    if (folder != null) {
      return folder;
    }
    String environment = System.getenv("BAKEOFF_DATA");
    return Path.of(environment == null || environment.isEmpty() ? "data" : environment);
  }
}
