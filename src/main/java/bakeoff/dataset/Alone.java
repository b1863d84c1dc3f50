package bakeoff.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What one process does at a time, while others that want the same wait for it. */
final class Alone {

  private Alone() {}

  /** Something that reads or writes files. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * @param lock a file that stays: whoever deleted it would lock another one than those who wait
   * @param waiting is run before waiting for another process
   */
  static void on(Path lock, Runnable waiting, Work work) throws IOException {
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        waiting.run();
        channel.lock();
      }
      work.run();
    }
  }
}
