package bakeoff.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a data set as it was released: its size in bytes and its SHA-256, hexadecimal. */
record DataFile(String name, long bytes, String sha256) {

  /** What is wrong with the copy in a folder, looking no further than its size. */
  Optional<String> misfit(Path folder) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.of(name + " is missing");
    }
    try {
      long size = Files.size(file);
      return size == bytes
          ? Optional.empty()
          : Optional.of(name + " has " + size + " bytes, expected " + bytes);
    } catch (IOException e) {
      return Optional.of(name + " cannot be read: " + Reason.of(e));
    }
  }

  /** What is wrong with the copy in a folder, looking at every byte of it. */
  Optional<String> damage(Path folder, Reading reading) {
    Optional<String> misfit = misfit(folder);
    if (misfit.isPresent()) {
      return misfit;
    }
    try {
      String found = reading.digest("SHA-256", folder.resolve(name));
      return found.equals(sha256)
          ? Optional.empty()
          : Optional.of(name + " is altered: SHA-256 " + found + ", expected " + sha256);
    } catch (IOException e) {
      return Optional.of(name + " cannot be read: " + Reason.of(e));
    }
  }
}
