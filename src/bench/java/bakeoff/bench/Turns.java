package bakeoff.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A peer's side of taking turns: it trains for as many seconds as a line of its input says, answers
 * with images a second and the most memory held in MiB, and waits for the next line.
 */
public final class Turns {

  /** What was prepared while it waited, and what the others left in the caches. */
  private static final double UNCOUNTED_SECONDS = 0.2;

  private final BufferedReader orders =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private double seconds;
  private long began;
  private long counted;
  private long before;
  private long last;

  /** Called after each step with all images so far: whether there are no turns left. */
  public boolean isOver(long images) throws IOException {
    last = System.nanoTime();
    if (counted != 0 && last - counted >= seconds * 1e9) {
      System.out.println((images - before) * 1e9 / (last - counted) + " " + peakMebibytes());
      System.out.flush();
      began = 0;
      counted = 0;
    }
    if (began == 0) {
      @Nullable String order = orders.readLine();
      if (order == null) {
        return true;
      }
      seconds = Double.parseDouble(order);
      last = System.nanoTime();
      began = last;
    } else if (counted == 0 && last - began >= UNCOUNTED_SECONDS * 1e9) {
      counted = last;
      before = images;
    }
    return false;
  }

  /** What was done since the last step is none of the training. */
  void leaveOut() {
    long now = System.nanoTime();
    counted += counted == 0 ? 0 : now - last;
    last = now;
  }

  private static long peakMebibytes() throws IOException {
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(peak.replaceAll("\\D", "")) / 1024;
  }
}
