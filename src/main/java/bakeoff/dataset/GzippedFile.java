package bakeoff.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A gzipped file of a data set as it was released.
 *
 * @param bytes of the gzipped file
 * @param md5 of the gzipped file, as its publisher gives it
 * @param contentBytes of what it holds
 * @param contentSha256 of what it holds, by which another compression of it is recognized; empty if
 *     not known
 */
record GzippedFile(
    URI from, long bytes, String md5, int contentBytes, Optional<String> contentSha256)
    implements Remote {

  @Override
  public String byHand(Path folder) {
    return "Or put %s (md5 %s) into %s.".formatted(name(), md5, folder.toAbsolutePath());
  }

  /** What is wrong with the copy in a folder, looking at every byte of it. */
  Optional<String> damage(Path folder, Reading reading) {
    Path file = folder.resolve(name());
    if (!Files.isRegularFile(file)) {
      return Optional.of(name() + " is missing");
    }
    try {
      String found = reading.digest("MD5", file);
      return found.equals(md5) || contentIsRight(file)
          ? Optional.empty()
          : Optional.of(name() + " is altered: md5 " + found + ", expected " + md5);
    } catch (IOException e) {
      return Optional.of(name() + " cannot be read: " + Reason.of(e));
    }
  }

  private boolean contentIsRight(Path file) throws IOException {
    if (contentSha256.isEmpty()) {
      return false;
    }
    try (InputStream content = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return Sha256.of(content).equals(contentSha256.get());
    }
  }

  /**
   * What the copy in a folder holds.
   *
   * @throws IOException if that has another size
   */
  byte[] content(Path folder) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve(name())), 1 << 16)) {
      byte[] content = in.readNBytes(contentBytes);
      if (content.length != contentBytes || in.read() >= 0) {
        throw new IOException("it does not hold the expected " + contentBytes + " bytes");
      }
      return content;
    }
  }
}
