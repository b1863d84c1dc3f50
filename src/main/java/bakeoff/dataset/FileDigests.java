package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of files that have no published one. What was digested is noted in the data folder by
 * size and time, as git's index does, so that only changed files are read again.
 */
final class FileDigests {

  private static final String SEPARATOR = "\t";
  private static final int COLUMNS = 4;

  private final Path folder;
  private final Path notes;

  /**
   * @param data where the notes go, if it can be written to
   * @param folder of the files
   */
  FileDigests(Path data, Path folder) {
    this.folder = folder;
    String name = Sha256.of(data.toAbsolutePath().relativize(folder.toAbsolutePath()).toString());
    this.notes = data.resolve(".bakeoff").resolve(name.substring(0, 16) + ".digests");
  }

  /** A file's path in the folder, with size, time and digest. */
  private record Note(String name, long size, long millis, String sha256) {

    boolean isOf(Note other) {
      return name.equals(other.name) && size == other.size && millis == other.millis;
    }

    String line() {
      return String.join(SEPARATOR, sha256, "" + size, "" + millis, name);
    }
  }

  /** One digest over all, their names included; names are paths in the folder, in order. */
  String of(List<String> names) {
    Map<String, Note> known = read();
    List<Note> now = names.parallelStream().map(name -> note(name, known.get(name))).toList();
    if (now.stream().anyMatch(note -> !note.equals(known.get(note.name())))) {
      write(now);
    }
    return Sha256.of(
        now.stream()
            .map(note -> note.sha256() + "  " + note.name())
            .collect(Collectors.joining("\n")));
  }

  private Note note(String name, @Nullable Note known) {
    Path file = folder.resolve(name);
    try {
      long millis = Files.getLastModifiedTime(file).toMillis();
      Note found = new Note(name, Files.size(file), millis, "");
      if (known != null && known.isOf(found)) {
        return known;
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new Note(name, found.size(), millis, Sha256.of(in));
      }
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + Reason.of(e) + ".");
    }
  }

  private Map<String, Note> read() {
    Map<String, Note> known = new HashMap<>();
    try {
      for (String line : Files.readAllLines(notes)) {
        String[] parts = line.split(SEPARATOR, COLUMNS);
        if (parts.length == COLUMNS) {
          long size = Long.parseLong(parts[1]);
          known.put(parts[3], new Note(parts[3], size, Long.parseLong(parts[2]), parts[0]));
        }
      }
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return new HashMap<>(); // no notes, or none of ours: everything is read again
    }
    return known;
  }

  /** Where nothing can be written, the files are read again the next time. */
  private void write(List<Note> now) {
    try {
      Files.createDirectories(notes.resolveSibling(""));
      Path beside = notes.resolveSibling(notes.getFileName() + "." + ProcessHandle.current().pid());
      String text = now.stream().map(Note::line).collect(Collectors.joining("\n", "", "\n"));
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(beside, notes, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Notes save time and nothing else.
    }
  }
}
