package bakeoff.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all: written beside, forced to disk, moved into place. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Removes what writers left that were killed, of files whose names begin so. */
  public static void removeHalves(Path folder, String names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "." + names + "*.tmp")) {
      for (Path half : halves) {
        Files.deleteIfExists(half);
      }
    }
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, ByteBuffer.wrap(bytes));
  }

  public static void write(Path file, ByteBuffer... parts) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Before Java 20, createDirectories refuses a link to a folder.
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    // Machines that share the file system have processes of the same number.
    String own = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    Path beside = file.resolveSibling("." + file.getFileName() + "." + own + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (ByteBuffer part : parts) {
          while (part.hasRemaining()) {
            channel.write(part);
          }
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // of a full disk, Java does not say which file it was
      throw new FileSystemException(file.toString(), null, e.getMessage());
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
