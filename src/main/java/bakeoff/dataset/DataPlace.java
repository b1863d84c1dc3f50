package bakeoff.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where this process has its data, for the data sets whose facts are found in the data alone:
 * {@code --data}, else {@code BAKEOFF_DATA}, else {@code data}. What is found in them is looked for
 * once, until the place is set again.
 */
public final class DataPlace {

  private static final Map<Key, Object> FOUND = new ConcurrentHashMap<>();

  private static volatile @Nullable Path chosen;

  private record Key(Path data, DatasetSource source) {}

  private DataPlace() {}

  /** Null for the usual place. */
  public static void choose(@Nullable Path folder) {
    chosen = folder;
    FOUND.clear();
  }

  /** What is found in the data of a source; other threads that want the same wait. */
  static <T> T once(Path data, DatasetSource source, Class<T> type, Supplier<T> look) {
    Key key = new Key(data.toAbsolutePath(), source);
    return type.cast(FOUND.computeIfAbsent(key, any -> look.get()));
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
