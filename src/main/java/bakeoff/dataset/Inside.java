package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A path in a folder, which it cannot leave. */
final class Inside {

  private Inside() {}

  /**
   * In the data folder.
   *
   * @throws UserError if it is absolute, as it would be another one on another machine, or leads
   *     out
   */
  static Path of(Path data, String path) {
    return of(
        data,
        "path",
        path,
        "the data folder",
        "name the folder above it with --data or BAKEOFF_DATA, and here what is left");
  }

  /**
   * In any folder.
   *
   * @param key where it stands in the file
   * @param folders the folder in words
   */
  static Path of(Path folder, String key, String path, String folders, @Nullable String hint) {
    try {
      Path inside = Path.of(path).normalize();
      if (!inside.isAbsolute() && !inside.startsWith("..")) {
        return folder.resolve(inside).normalize();
      }
    } catch (InvalidPathException e) {
      throw new UserError("`" + key + "` is " + path + ", which is no path");
    }
    throw new UserError("`" + key + "` is " + path + ", but has to be in " + folders, hint);
  }
}
