package bakeoff.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process a trial: a lock that the operating system lets go when its owner dies. */
public final class TrialLock {

  private static final String NAME = "lock";

  /** Behind what is written there: Windows lets nobody else read what is locked. */
  private static final long PLACE = 1 << 20;

  private final FileChannel channel;

  private TrialLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty if another process holds it. */
  public static Optional<TrialLock> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            file(folder),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (channel.tryLock(PLACE, 1, false) == null) {
      channel.close();
      return Optional.empty();
    }
    String owner = "process " + ProcessHandle.current().pid();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
    return Optional.of(new TrialLock(channel));
  }

  /** Who wrote its name there last. */
  public static String owner(Path folder) throws IOException {
    return Files.readString(file(folder));
  }

  static boolean isOne(Path file) {
    return file.endsWith(NAME);
  }

  private static Path file(Path folder) {
    return folder.resolve(NAME);
  }

  public void close() throws IOException {
    channel.close();
  }
}
