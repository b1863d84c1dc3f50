package bakeoff.result;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is found beside what else is done: whoever waits for it has two cores. */
public final class Beside<T> {

  private final CompletableFuture<T> found;

  private Beside(CompletableFuture<T> found) {
    this.found = found;
  }

  public static <T> Beside<T> start(Supplier<T> finding) {
    return new Beside<>(CompletableFuture.supplyAsync(finding));
  }

  /** Waits for it; throws what the finding threw. */
  public T get() {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    }
  }
}
