package bakeoff.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads files whole to digest them, and says how far it is. */
final class Reading {

  private final DatasetSource.Progress progress;
  private final String what;
  private final long total;
  private long done;

  /**
   * @param total bytes of all the files to be read
   */
  Reading(DatasetSource.Progress progress, String what, long total) {
    this.progress = progress;
    this.what = what;
    this.total = total;
  }

  /** As hexadecimal digits. */
  String digest(String algorithm, Path file) throws IOException {
    MessageDigest digest = algorithm(algorithm);
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        done += n;
        progress.at(what, done, total);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
