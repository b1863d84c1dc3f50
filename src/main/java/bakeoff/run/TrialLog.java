package bakeoff.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log of a trial: added to at each attempt, cut at a size, its last lines remembered. A disk
 * that is full, or a log that cannot be written for another reason, ends the log and not the trial.
 */
final class TrialLog implements AutoCloseable {

  private static final long LARGEST = 16L << 20;
  private static final int LAST = 20;

  private static final Pattern SIGNAL = Pattern.compile("# +(SIG[A-Z]+) .*");

  private final @Nullable BufferedWriter writer;
  private final Deque<String> last = new ArrayDeque<>();
  private final long before;
  private long written;
  private boolean closed;

  TrialLog(Path file) {
    long size = file.toFile().length();
    boolean anew = size > LARGEST / 2;
    this.writer = open(file, anew);
    this.before = anew ? 0 : size;
  }

  private static @Nullable BufferedWriter open(Path file, boolean anew) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.newBufferedWriter(
          file,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          anew ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      return null;
    }
  }

  synchronized void add(String line) {
    last.addLast(line);
    if (last.size() > LAST) {
      last.removeFirst();
    }
    written += line.length() + 1;
    if (writer == null || closed || before + written > LARGEST) {
      return;
    }
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      closed = true;
    }
  }

  /** Whether this attempt alone has said more than a log holds. */
  synchronized boolean isFull() {
    return written > LARGEST;
  }

  /** The signal in Java's last words, which ends itself by another; empty if it had none. */
  synchronized Optional<String> signal() {
    return last.stream()
        .map(SIGNAL::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst();
  }

  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  /** Lines that come later are remembered, but not written. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      return; // its last lines are remembered
    }
  }
}
