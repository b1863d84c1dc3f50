package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AloneTest {

  /** Another process: says when it works, and works until its input ends. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      Alone.on(
          Path.of(arguments[0]),
          () -> {},
          () -> {
            System.out.println("working");
            System.in.readAllBytes();
          });
    }
  }

  @TempDir private Path folder;

  private Process other(Path lock) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    List<String> words = List.of(java, "-cp", classPath, Other.class.getName(), lock.toString());
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void waitsForAnotherProcessThatDoesTheSame() throws Exception {
    Path lock = folder.resolve(".lock");
    for (int round = 1; round <= 2; round++) { // the second time the file is there already
      Process other = other(lock);
      try {
        assertEquals("working", other.inputReader().readLine());
        CountDownLatch waits = new CountDownLatch(1);
        AtomicBoolean works = new AtomicBoolean();
        CompletableFuture<Void> mine =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    Alone.on(lock, waits::countDown, () -> works.set(true));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
        assertTrue(waits.await(30, TimeUnit.SECONDS), "does not wait");
        assertEquals(false, works.get());
        other.getOutputStream().close();
        mine.get(30, TimeUnit.SECONDS);
        assertTrue(works.get());
        assertEquals(0, other.waitFor());
      } finally {
        other.destroyForcibly();
      }
    }
  }
}
