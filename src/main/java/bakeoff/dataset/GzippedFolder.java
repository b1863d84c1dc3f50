package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The place of a data set's gzipped files, released one by one, in the user's data folder. */
record GzippedFolder(Path data, String folder, List<GzippedFile> files) {

  GzippedFolder {
    files = List.copyOf(files);
  }

  Path path() {
    return data.resolve(folder);
  }

  /** Makes sure that every file is there and right; fetches what is not there. */
  void prepare(Download download, DatasetSource.Progress progress) {
    for (GzippedFile file : files) {
      if (!Files.exists(path().resolve(file.name()))) {
        fetch(file, download, progress);
      }
    }
    long total = files.stream().mapToLong(GzippedFile::bytes).sum();
    Reading reading = new Reading(progress, "checking " + folder, total);
    List<String> damages = files.stream().flatMap(f -> f.damage(path(), reading).stream()).toList();
    if (!damages.isEmpty()) {
      throw new UserError(
          "In " + path().toAbsolutePath() + " " + String.join("; ", damages) + ".",
          "Delete what is named there: the next run then downloads it.");
    }
  }

  private void fetch(GzippedFile file, Download download, DatasetSource.Progress progress) {
    Path whole = path().resolve(file.name());
    Path part = path().resolve("." + file.name() + ".part");
    try {
      Files.createDirectories(path());
      Alone.on(
          path().resolve(".lock"),
          () -> progress.at("waiting for another process that fetches " + folder, 0, 0),
          () -> {
            if (!Files.exists(whole)) {
              download.fetch(file, part, progress);
              check(file, part, progress);
              Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            }
          });
    } catch (IOException e) {
      throw new UserError(
          file.name() + " cannot be put into " + path() + ": " + Reason.of(e) + ".",
          "Make room and see that the folder can be written, or choose another with --data.");
    }
  }

  private void check(GzippedFile file, Path part, DatasetSource.Progress progress)
      throws IOException {
    String found =
        new Reading(progress, "checking " + file.name(), file.bytes()).digest("MD5", part);
    if (!found.equals(file.md5())) {
      Files.delete(part);
      throw new UserError(
          "What %s sent is not the file: md5 %s, expected %s."
              .formatted(file.from(), found, file.md5()),
          "It has been removed. Try again. " + file.byHand(path()));
    }
  }

  /** Every file has to be there. */
  void look() {
    Optional<GzippedFile> missing =
        files.stream().filter(f -> !Files.isRegularFile(path().resolve(f.name()))).findFirst();
    if (missing.isPresent()) {
      throw new UserError(
          path().resolve(missing.get().name()).toAbsolutePath() + " is missing.",
          "A run downloads it. " + missing.get().byHand(path()));
    }
  }

  /** What the files hold, in their order. */
  List<byte[]> contents() {
    look();
    return files.stream().map(this::content).toList();
  }

  private byte[] content(GzippedFile file) {
    try {
      return file.content(path());
    } catch (IOException e) {
      throw new UserError(
          path().resolve(file.name()).toAbsolutePath() + " cannot be read: " + Reason.of(e) + ".",
          "Delete it: the next run then downloads it.");
    }
  }
}
