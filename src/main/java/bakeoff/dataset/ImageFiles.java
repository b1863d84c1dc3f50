package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of an {@link ImageFolder}.
 *
 * @param train the training images: classes in order, of each its files in order
 * @param digest over names and contents
 */
record ImageFiles(
    List<String> classes, List<List<Path>> train, List<List<Path>> test, String digest) {

  private static final char UNREADABLE = '\uFFFD';
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /**
   * Looks for them.
   *
   * @throws UserError if a folder is missing or empty, or test images are of other classes
   */
  static ImageFiles find(Path data, String path, String train, String test) {
    Path folder = Inside.of(data, path);
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "the folder " + folder + " of `image_folder` is missing",
          "`path` is in the data folder; name that with --data or BAKEOFF_DATA");
    }
    TreeMap<String, List<Path>> trained = byClass(split(folder, "train", train));
    TreeMap<String, List<Path>> tested = byClass(split(folder, "test", test));
    for (String name : tested.keySet()) {
      if (!trained.containsKey(name)) {
        throw new UserError(
            folder.resolve(test) + " has the class " + name + ", which " + train + " has not");
      }
    }
    List<String> classes = List.copyOf(trained.keySet());
    if (classes.size() < 2) {
      throw new UserError(
          folder.resolve(train) + " has one class, " + classes.get(0),
          "each class is a folder of images");
    }
    List<List<Path>> testFiles =
        classes.stream().map(name -> tested.getOrDefault(name, List.of())).toList();
    List<String> names =
        Stream.of(trained, tested)
            .flatMap(split -> split.values().stream().flatMap(List::stream))
            .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
            .toList();
    String digest = new FileDigests(data, folder).of(names);
    return new ImageFiles(classes, List.copyOf(trained.values()), testFiles, digest);
  }

  private static Path split(Path folder, String key, String name) {
    return Inside.of(folder, key, name, "the folder of the images", null);
  }

  private static TreeMap<String, List<Path>> byClass(Path split) {
    TreeMap<String, List<Path>> byClass = new TreeMap<>();
    for (Path folder : inside(split)) {
      if (Files.isDirectory(folder) && !isHidden(folder)) {
        List<Path> images = inside(folder).stream().filter(ImageFiles::isImage).toList();
        if (!images.isEmpty()) {
          byClass.put(folder.getFileName().toString(), images);
        }
      }
    }
    if (byClass.isEmpty()) {
      throw new UserError(
          split + " has no folder with images",
          "each class is a folder of .png or .jpg files in it");
    }
    return byClass;
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "the folder " + folder + " is missing",
          "training and test images are in folders of their own; `train` and `test` name them");
    }
    try (Stream<Path> files = Files.list(folder)) {
      // By their names' characters: the order of paths differs from system to system.
      TreeMap<String, Path> sorted = new TreeMap<>();
      files.forEach(file -> sorted.put(name(file), file));
      return new ArrayList<>(sorted.values());
    } catch (IOException e) {
      throw new UserError(folder + " cannot be read: " + Reason.of(e) + ".");
    }
  }

  /** Without a locale that has its characters, Java cannot open a file again. */
  private static String name(Path file) {
    String name = file.getFileName().toString();
    if (name.indexOf(UNREADABLE) >= 0) {
      throw new UserError(
          file + " has characters in its name that this locale has not", "set LC_ALL=C.UTF-8");
    }
    return name;
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !isHidden(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  Facts facts(int size, int channels) {
    return new Facts(classes, size, size, channels, counts(train), counts(test));
  }

  private static List<Integer> counts(List<List<Path>> split) {
    return split.stream().map(List::size).collect(Collectors.toList());
  }

  /** Every file, training first. */
  List<Path> all() {
    return Stream.concat(train.stream(), test.stream()).flatMap(List::stream).toList();
  }

  int trainCount() {
    return train.stream().mapToInt(List::size).sum();
  }

  /** The labels of all files, in their order. */
  int[] labels() {
    return Stream.of(train, test)
        .flatMapToInt(
            split ->
                IntStream.range(0, split.size())
                    .flatMap(c -> split.get(c).stream().mapToInt(file -> c)))
        .toArray();
  }
}
