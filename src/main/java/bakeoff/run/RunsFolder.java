package bakeoff.run;

import bakeoff.result.ResultStore;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Trial;
import bakeoff.train.SafeTensors;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies under {@code runs/}: a folder a trial, {@code FOLDER/NAME/SEED}. It grows with every
 * rename, edit and dropped seed; what no trial needs any more can go.
 */
public final class RunsFolder {

  /** A trial's folder has this from its first moment. */
  private static final String MARK = "experiment.json";

  private static final String AGAIN = ".verify";
  private static final String TRIES = ".tries";

  private final Path runs;
  private final ResultStore results;
  private final Map<Path, Trial> current = new HashMap<>();

  /**
   * @param trials all that there are in their folders
   */
  public RunsFolder(Places places, List<Trial> trials) {
    this.runs = places.runs();
    this.results = new ResultStore(places.results());
    trials.forEach(trial -> current.put(places.of(trial), trial));
  }

  /** Where a trial is trained again to see whether it gives the same. */
  public static Path aside(Path runs, Trial trial) {
    return new Places(runs, runs, runs.resolve(AGAIN)).of(trial);
  }

  /** Where what {@code --set} makes of experiments is trained, apart from these themselves. */
  public static Path tries(Path runs, Path results) {
    String where = results.toAbsolutePath().normalize().toString();
    return runs.resolve(TRIES).resolve(ContentKey.sha256(where).substring(0, 8));
  }

  /**
   * Folders of no trial, files of a trial that are of another content, and halves of files; nothing
   * of a trial that a process is training. Folders of other experiments are left alone.
   */
  public List<Path> orphans() throws IOException {
    List<Path> orphans = new ArrayList<>();
    Set<String> folders =
        current.values().stream().map(t -> t.file().folder()).collect(Collectors.toSet());
    for (String folder : folders.stream().sorted().toList()) {
      for (Path name : below(runs.resolve(folder))) {
        for (Path trial : below(name)) {
          if (Files.isRegularFile(trial.resolve(MARK)) && !isBusy(trial)) {
            orphans.addAll(orphansOf(trial));
          }
        }
      }
    }
    for (Path extra : List.of(runs.resolve(AGAIN), runs.resolve(TRIES))) {
      if (Files.exists(extra) && !isBusyBelow(extra)) {
        orphans.add(extra);
      }
    }
    return orphans;
  }

  private static boolean isBusyBelow(Path folder) throws IOException {
    List<Path> locked = new ArrayList<>();
    walk(
        folder,
        file -> {
          if (TrialLock.isOne(file) && isBusy(file.resolveSibling(""))) {
            locked.add(file);
          }
        },
        visited -> {});
    return !locked.isEmpty();
  }

  private static boolean isBusy(Path folder) throws IOException {
    var lock = TrialLock.take(folder);
    if (lock.isEmpty()) {
      return true;
    }
    lock.get().close();
    return false;
  }

  private List<Path> orphansOf(Path folder) throws IOException {
    Trial trial = current.get(folder);
    if (trial == null) {
      return List.of(folder);
    }
    String stored = results.heading(trial).map(ResultStore.Heading::key).orElse("");
    List<Path> orphans = new ArrayList<>();
    for (Path file : below(folder)) {
      String name = file.getFileName().toString();
      boolean half = name.startsWith(".") && name.endsWith(".tmp");
      boolean checkpoint = name.startsWith("checkpoint") && name.endsWith(".safetensors");
      boolean model = name.equals("model.safetensors");
      boolean foreign = checkpoint && !keyOf(file).equals(trial.key());
      boolean old = model && !List.of(trial.key(), stored).contains(keyOf(file));
      if (half || foreign || old) {
        orphans.add(file);
      }
    }
    return orphans;
  }

  /** The content key that a file of arrays bears; a damaged one has none. */
  private static String keyOf(Path file) {
    try {
      return SafeTensors.read(file).metadata().getOrDefault("key", "");
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Bytes of a file, or of all in a folder. */
  public static long size(Path path) throws IOException {
    long[] size = {0};
    walk(path, file -> size[0] += Files.size(file), folder -> {});
    return size[0];
  }

  /** With all that is in it, and the folders between it and {@code runs} that this leaves empty. */
  public static void delete(Path path, Path runs) throws IOException {
    walk(path, Files::deleteIfExists, Files::deleteIfExists);
    Path top = runs.toAbsolutePath().normalize();
    Path above = path.toAbsolutePath().normalize().getParent();
    while (above != null && !above.equals(top) && below(above).isEmpty()) {
      Files.deleteIfExists(above);
      above = above.getParent();
    }
  }

  private interface Deed {
    void to(Path path) throws IOException;
  }

  private static void walk(Path path, Deed file, Deed folder) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes)
              throws IOException {
            file.to(visited);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path visited, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            folder.to(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
