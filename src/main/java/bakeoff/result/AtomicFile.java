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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are there whole or not at all: written beside, forced to disk, moved into place. Who
 * writes holds a lock on what it writes, so that a half without one is of a writer that was killed.
 */
public final class AtomicFile {

  /** What this process writes now: to close another channel to a file would give up its lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private AtomicFile() {}

  /** Removes what writers left that were killed, of files whose names begin so. */
  public static void removeHalves(Path folder, String names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, path -> isHalf(path, names))) {
      for (Path half : found) {
        removeUnlessLocked(half);
      }
    }
  }

  private static boolean isHalf(Path path, String names) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith("." + names) && name.endsWith(".tmp");
  }

  private static void removeUnlessLocked(Path half) {
    if (OWN.contains(half.toAbsolutePath())) {
      return;
    }
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      return; // whole by now, with its name; or someone else's; or there are no locks here
    }
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, ByteBuffer.wrap(bytes));
  }

  public static void write(Path file, ByteBuffer... parts) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    // Before Java 20, createDirectories refuses a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    removeHalves(folder, file.getFileName() + ".");
    try {
      while (!tryToWrite(file.toAbsolutePath(), parts)) {}
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // of a full disk, Java does not say which file it was
      throw new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  /** False if another process took the half for a dead one's, before it was locked. */
  private static boolean tryToWrite(Path file, ByteBuffer... parts) throws IOException {
    // Machines that share the file system have processes of the same number.
    String own = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    Path beside = file.resolveSibling("." + file.getFileName() + "." + own + ".tmp");
    OWN.add(beside);
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      lock(channel);
      if (!Files.exists(beside)) {
        return false;
      }
      for (ByteBuffer part : parts) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
      channel.force(true);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(beside);
      OWN.remove(beside);
    }
  }

  private static void lock(FileChannel channel) {
    try {
      channel.lock(); // waits for another process that looks whether it is a dead one's
    } catch (IOException e) {
      return; // where there are no locks, nobody removes what has none
    }
  }
}
