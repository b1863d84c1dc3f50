package bakeoff.run;

import java.util.Arrays;

/** When trials end, each started as soon as its threads' cores are free and the one before is. */
final class Packing {

  private final double[] core;
  private final double[] job;

  /**
   * @param cores for threads
   * @param jobs at once, at most
   */
  Packing(int cores, int jobs) {
    this.core = new double[Math.max(1, cores)];
    this.job = new double[Math.max(1, Math.min(cores, jobs))];
  }

  /**
   * The next trial's end, in seconds from now.
   *
   * @param threads if they are more than there are cores, it runs alone
   */
  double add(int threads, double seconds) {
    int wanted = Math.min(threads, core.length);
    Arrays.sort(core);
    Arrays.sort(job);
    double end = Math.max(core[wanted - 1], job[0]) + seconds;
    Arrays.fill(core, 0, wanted, end);
    job[0] = end;
    return end;
  }
}
