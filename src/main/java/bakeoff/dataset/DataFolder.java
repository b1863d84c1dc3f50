package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The place of an archive's unpacked files in the user's data folder. */
record DataFolder(Path data, Archive archive) {

  Path path() {
    return data.resolve(archive.folder());
  }

  /** Makes sure that every file is there and right; fetches them if the folder is not there. */
  void prepare(Download download, DatasetSource.Progress progress) {
    if (!Files.exists(path())) {
      refuseTheFolderItself();
      try {
        Files.createDirectories(data);
        Alone.on(
            beside(".lock"),
            () -> progress.at("waiting for another process that fetches " + archive.folder(), 0, 0),
            () -> {
              if (!Files.exists(path())) {
                fetch(download, progress);
              }
            });
      } catch (IOException e) {
        throw new UserError(
            archive.folder() + " cannot be put into " + data + ": " + Reason.of(e) + ".",
            "Make room and see that the folder can be written, or choose another with --data.");
      }
    }
    List<String> damages = damages(path(), progress);
    if (!damages.isEmpty()) {
      throw damaged(damages);
    }
  }

  /** The files, mapped into memory; several processes share what one of them has read. */
  List<ByteBuffer> map() {
    List<String> misfits =
        archive.files().stream().flatMap(f -> f.misfit(path()).stream()).toList();
    if (!misfits.isEmpty()) {
      throw damaged(misfits);
    }
    List<ByteBuffer> mapped = new ArrayList<>();
    for (DataFile file : archive.files()) {
      try (FileChannel channel = FileChannel.open(path().resolve(file.name()))) {
        mapped.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, file.bytes()));
      } catch (IOException e) {
        throw damaged(List.of(file.name() + " cannot be read: " + Reason.of(e)));
      }
    }
    return mapped;
  }

  private List<String> damages(Path folder, DatasetSource.Progress progress) {
    Reading reading =
        new Reading(progress, "checking " + archive.folder(), archive.unpackedBytes());
    return archive.files().stream().flatMap(f -> f.damage(folder, reading).stream()).toList();
  }

  private UserError damaged(List<String> damages) {
    String where = path().toAbsolutePath().toString();
    return Files.exists(path())
        ? new UserError(
            "In " + where + " " + String.join("; ", damages) + ".",
            "Copy what is named there anew, or delete the folder: the next run then downloads it.")
        : new UserError(where + " is missing.", "A run downloads it. " + archive.byHand(data));
  }

  /** A likely slip: naming the unpacked folder instead of the one that holds it. */
  private void refuseTheFolderItself() {
    if (archive.files().stream().allMatch(file -> file.misfit(data).isEmpty())) {
      throw new UserError(
          "%s holds the files of %s itself.".formatted(data.toAbsolutePath(), archive.folder()),
          "Name the folder that holds the folder " + archive.folder() + ".");
    }
  }

  private void fetch(Download download, DatasetSource.Progress progress) throws IOException {
    Path packed = data.resolve(archive.name());
    boolean given = Files.exists(packed);
    Path part = given ? packed : data.resolve(archive.name() + ".part");
    if (!given) {
      download.fetch(archive, part, progress);
    }
    checkPacked(part, given, progress);
    unpack(part, progress);
    if (!given) {
      Files.delete(part);
    }
  }

  private void checkPacked(Path packed, boolean given, DatasetSource.Progress progress)
      throws IOException {
    Reading reading = new Reading(progress, "checking " + archive.name(), archive.bytes());
    String found = reading.digest("MD5", packed);
    if (found.equals(archive.md5())) {
      return;
    }
    if (!given) {
      Files.delete(packed);
    }
    String what = given ? packed.toAbsolutePath().toString() : "What " + archive.from() + " sent";
    throw new UserError(
        "%s is not the archive: md5 %s, expected %s.".formatted(what, found, archive.md5()),
        given
            ? "Delete it, and the next run downloads it."
            : "It has been removed. Try again. " + archive.byHand(data));
  }

  /** Unpacked beside, checked, then moved into place: the folder is there whole or not at all. */
  private void unpack(Path packed, DatasetSource.Progress progress) throws IOException {
    Path beside = beside(".tmp");
    remove(beside);
    try {
      Files.createDirectory(beside);
      new Unpack(archive, progress).into(beside, packed);
      List<String> damages = damages(beside, progress);
      if (!damages.isEmpty()) {
        throw new IOException("in it " + String.join("; ", damages));
      }
      Files.move(beside, path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UserError(
          packed.toAbsolutePath() + " cannot be unpacked: " + Reason.of(e) + ".",
          "Make room, or delete it, and run again. " + archive.byHand(data));
    } finally {
      remove(beside);
    }
  }

  private Path beside(String ending) {
    return data.resolve("." + archive.folder() + ending);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var inside = Files.newDirectoryStream(folder)) {
        for (Path file : inside) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
