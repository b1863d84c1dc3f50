package bakeoff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts images by the clock, after a time to warm up. */
public final class Rate {

  private static final double WARM_SECONDS = 2;

  private final long born = System.nanoTime();
  private final double seconds;
  private long from;
  private long before;
  private double perSecond;

  public Rate(double seconds) {
    this.seconds = seconds;
  }

  /** So many images are done by now; true once the time is over. */
  public boolean isOver(long images) {
    long now = System.nanoTime();
    if (from == 0) {
      if (now - born >= WARM_SECONDS * 1e9) {
        from = now;
        before = images;
      }
      return false;
    }
    double took = (now - from) / 1e9;
    perSecond = (images - before) / took;
    return took >= seconds;
  }

  /** Prints images a second and the most memory held, in MiB, as a peer does; ends the process. */
  public void tell() throws IOException {
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    System.out.println(perSecond + " " + Long.parseLong(peak.replaceAll("\\D", "")) / 1024);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
