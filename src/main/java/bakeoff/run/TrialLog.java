package bakeoff.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The log of a trial: added to at each attempt, cut at a size, its last lines remembered. */
final class TrialLog implements AutoCloseable {

  private static final long LARGEST = 16L << 20;
  private static final int LAST = 20;

  private final BufferedWriter writer;
  private final Deque<String> last = new ArrayDeque<>();
  private long written;
  private boolean closed;

  TrialLog(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.written = Files.size(file);
  }

  synchronized void add(String line) {
    last.addLast(line);
    if (last.size() > LAST) {
      last.removeFirst();
    }
    written += line.length() + 1;
    if (closed || written > LARGEST) {
      return;
    }
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  /** Lines that come later are remembered, but not written. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
