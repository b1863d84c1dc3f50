package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A path in the data folder. */
final class Inside {

  private Inside() {}

  /**
   * @throws UserError if it is absolute, as it would be another one on another machine
   */
  static Path of(Path data, String path) {
    try {
      if (!Path.of(path).isAbsolute()) {
        return data.resolve(path).normalize();
      }
    } catch (InvalidPathException e) {
      throw new UserError("`path` is " + path + ", which is no path");
    }
    throw new UserError(
        "`path` is " + path + ", but has to be in the data folder",
        "name the folder above it with --data or BAKEOFF_DATA, and here what is left");
  }
}
