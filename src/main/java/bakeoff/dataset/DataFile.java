package bakeoff.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a data set as it was released.
 *
 * @param sha its SHA-256, or its SHA-1 where only that is published; hexadecimal
 */
record DataFile(String name, long bytes, String sha) {

  private static final int SHA1_DIGITS = 40;

  private String algorithm() {
    return sha.length() == SHA1_DIGITS ? "SHA-1" : "SHA-256";
  }

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
      String found = reading.digest(algorithm(), folder.resolve(name));
      return found.equals(sha)
          ? Optional.empty()
          : Optional.of(name + " is altered: " + algorithm() + " " + found + ", expected " + sha);
    } catch (IOException e) {
      return Optional.of(name + " cannot be read: " + Reason.of(e));
    }
  }
}
