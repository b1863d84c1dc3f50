package bakeoff.result;

import bakeoff.problem.UserError;
import bakeoff.spec.Trial;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The results folder: {@code FOLDER/NAME/SEED.json} and {@code SEED.npy} beside it. */
public final class ResultStore {

  private static final Pattern FILE = Pattern.compile("([^/]+)/([^/]+)/(\\d{1,10})\\.json");

  /** So many files are worth a second thread. */
  private static final int MANY = 100;

  private final Path root;

  public ResultStore(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  public Path folder(String folder) {
    return root.resolve(folder);
  }

  public Path json(String folder, String name, int seed) {
    return root.resolve(folder).resolve(name).resolve(seed + ".json");
  }

  public Path predictions(String folder, String name, int seed) {
    return root.resolve(folder).resolve(name).resolve(seed + ".npy");
  }

  /** What is stored where this trial's result would be, whatever experiment it is from. */
  public Optional<TrialResult> find(Trial trial) {
    Path file = json(trial.file().folder(), trial.file().name(), trial.seed());
    try {
      return Optional.of(parse(Files.readAllBytes(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What decides whether a result is current. */
  public record Heading(String key, boolean hasCrashed) {}

  /** The same as {@link #find}, only what decides whether it is current: much quicker. */
  public Optional<Heading> heading(Trial trial) {
    Path file = json(trial.file().folder(), trial.file().name(), trial.seed());
    try {
      Map<String, String> values = PlainValues.of(Files.readAllBytes(file));
      String format = values.get("format");
      String key = values.get("key");
      String state = values.get("outcome.state");
      if (format == null || key == null || state == null) {
        throw notAResult(file.toString(), "format, key or outcome is missing");
      }
      requireFormat(format, file.toString());
      return Optional.of(new Heading(key, state.equals(Outcome.CRASHED)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw notAResult(file.toString(), firstLine(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Predictions first: a result that is there is whole. */
  public void write(Trial trial, TrialResult result, byte[] predictions) throws IOException {
    String folder = trial.file().folder();
    String name = trial.file().name();
    if (predictions.length > 0) {
      AtomicFile.write(predictions(folder, name, trial.seed()), predictions);
    } else {
      Files.deleteIfExists(predictions(folder, name, trial.seed()));
    }
    AtomicFile.write(json(folder, name, trial.seed()), StableJson.write(result));
  }

  /** Moves a result to where the trial's would be; its old folder goes if that leaves it empty. */
  public void move(StoredTrial stored, Trial to) throws IOException {
    int seed = stored.result().seed();
    Path json = json(to.file().folder(), to.file().name(), to.seed());
    Files.createDirectories(json.getParent());
    Path predictions = predictions(stored.folder(), stored.name(), seed);
    if (Files.exists(predictions)) {
      Files.move(predictions, predictions(to.file().folder(), to.file().name(), to.seed()));
    }
    Path old = json(stored.folder(), stored.name(), seed);
    Files.move(old, json);
    try {
      Files.deleteIfExists(old.getParent());
    } catch (DirectoryNotEmptyException e) {
      return; // other seeds are still there
    }
  }

  /** Every result of a folder, by name and seed. */
  public List<StoredTrial> all(String folder) {
    Path top = root.resolve(folder);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try {
      List<Path> trials = new ArrayList<>();
      for (Path name : below(top)) {
        for (Path file : Files.isDirectory(name) ? below(name) : List.<Path>of()) {
          if (isTrial(relative(file))) {
            trials.add(file);
          }
        }
      }
      Stream<Path> each = trials.size() < MANY ? trials.stream() : trials.parallelStream();
      List<StoredTrial> found =
          new ArrayList<>(each.map(this::read).flatMap(Optional::stream).toList());
      found.sort(StoredTrial.ORDER);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing of the files is looked at: other processes make and move some at the same time. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** All that lies so deep in a folder or less; links are not followed. */
  public static List<Path> below(Path folder, int depth) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path path : below(folder)) {
      all.add(path);
      if (depth > 1 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        all.addAll(below(path, depth - 1));
      }
    }
    return all;
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private Optional<StoredTrial> read(Path file) {
    try {
      return Optional.of(stored(relative(file), Files.readAllBytes(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders that hold a result, in order. */
  public List<String> folders() throws IOException {
    try (Stream<Path> below = Files.list(root)) {
      return below
          .filter(ResultStore::isFolder)
          .map(folder -> folder.getFileName().toString())
          .sorted(NaturalOrder.COMPARATOR)
          .toList();
    }
  }

  /** Whether it is the results' folder of a folder of experiments: holds {@code NAME/SEED.json}. */
  public static boolean isFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try {
      return below(folder, 2).stream()
          .map(file -> "x/" + folder.relativize(file).toString().replace('\\', '/'))
          .anyMatch(ResultStore::isTrial);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a path below a results folder is that of a trial. */
  public static boolean isTrial(String relative) {
    return FILE.matcher(relative).matches();
  }

  /** A trial from its path below the results folder and its bytes, wherever these come from. */
  public static StoredTrial stored(String relative, byte[] json, String shownAs) {
    Matcher place = FILE.matcher(relative);
    if (!place.matches()) {
      throw new IllegalArgumentException(relative + " is no trial's path");
    }
    TrialResult result = parse(json, shownAs);
    if (!place.group(3).equals(String.valueOf(result.seed()))) {
      throw new UserError(
          shownAs + ": holds seed " + result.seed(), "the file's name has to be its seed");
    }
    return new StoredTrial(place.group(1), place.group(2), result);
  }

  private static TrialResult parse(byte[] json, String shownAs) {
    try {
      return ResultReader.read(json);
    } catch (IOException e) {
      throw notAResult(shownAs, firstLine(e));
    }
  }

  private static UserError notAResult(String shownAs, String reason) {
    return new UserError(
        shownAs + ": not a result of bakeoff: " + reason,
        "restore it with git, or delete it and run again");
  }

  private static void requireFormat(String format, String shownAs) {
    if (!format.equals(String.valueOf(TrialResult.FORMAT))) {
      throw new UserError(
          shownAs + ": format " + format + ", this version reads " + TrialResult.FORMAT);
    }
  }

  private static String firstLine(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("unreadable");
  }
}
