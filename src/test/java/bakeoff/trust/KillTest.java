package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever is killed, and whenever, the next run goes on, and the last one leaves the bytes of a run
 * that nobody disturbed. {@code -Dbakeoff.kills=300} kills more often; {@code -Dbakeoff.kills.seed}
 * chooses other moments.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(3600)
class KillTest {

  private static final int KILLS = Integer.getInteger("bakeoff.kills", 20);
  private static final long SEED = Long.getLong("bakeoff.kills.seed", 5L);
  private static final int FAREWELL_SECONDS = 60;

  /** After every step. */
  private static final Map<String, String> OFTEN = Map.of("BAKEOFF_CHECKPOINT_SECONDS", "0");

  private static final int TRIALS = 2;

  /** All that has a state which has to come back: 5 steps an epoch, at most 60 epochs. */
  private static final String NET =
      """
      dataset: shapes
      subset: {fraction: 0.05, classes: [circle, ring, star]}
      validation: 0.2
      normalize: {mean: 0.5, std: 0.25}
      augmentation: [random_horizontal_flip, random_rotation: 15, random_crop: 2, mixup]
      model:
        layers:
          - conv2d: {filters: 4, kernel_size: 3, strides: 2, use_bias: false}
          - batch_norm
          - activation: relu
          - max_pool2d: 4
          - flatten
          - dropout: 0.3
          - dense: classes
      training:
        batch_size: 10
        optimizer: {sgd: {momentum: 0.9}}
        ema: 0.9
        early_stopping: {patience: 25}
        best_epoch: loss
        phases:
          - {epochs: 40, learning_rate: {cosine: {from: 0.05}}}
          - {epochs: 20, learning_rate: {reduce_on_plateau: {from: 0.001, patience: 3}}}
      seeds: [1, 2]
      """;

  private enum Victim {
    WORKER,
    PARENT,
    ALL
  }

  @TempDir private Path folder = Path.of("");

  private final Random random = new Random(SEED);
  private final Set<Path> left = new HashSet<>();
  private int kills;
  private int inAWrite;
  private int damages;

  @Test
  void theBytesAreThoseOfARunThatNobodyDisturbed() throws Exception {
    Bench whole = new Bench(folder.resolve("whole"));
    whole.write("net", NET);
    long before = System.nanoTime();
    assertEquals(0, whole.start(Map.of()).code());
    long usual = (System.nanoTime() - before) / 1_000_000;
    Map<String, byte[]> expected = whole.trained();
    assertEquals(3 * TRIALS, expected.size());

    int finished = 0;
    while (!enough()) {
      Bench bench = whole.beside("disturbed-" + finished);
      boolean done = false;
      for (int attempt = 0; !enough() && !done; attempt++) {
        done = disturbed(bench, usual) || haveEnded(bench);
        if (!done && attempt >= 1 && damaged(bench)) {
          attempt = -3; // not again at once
        }
      }
      Started last = bench.start(Map.of());
      assertEquals(0, last.code(), last.words());
      Bench.assertSame(expected, bench.trained());
      assertEquals(List.of(), bench.halves());
      finished++;
    }
    assertTrue(inAWrite > 0, "no kill while a checkpoint was written");
    assertTrue(damages > 0, "no checkpoint was damaged");
    System.out.printf(
        "%d kills, %d of them inside a write; %d checkpoints damaged; %d times the same bytes%n",
        kills, inAWrite, damages, finished);
  }

  /** Goes on, up to a limit, until what is a matter of luck was met too. */
  private boolean enough() {
    return (kills >= KILLS && inAWrite > 0 && damages > 0) || kills >= 5 * KILLS;
  }

  /** A run that is killed at some moment; true if it had ended before. */
  private boolean disturbed(Bench bench, long usual) throws Exception {
    long start = System.currentTimeMillis();
    Started run = bench.start(OFTEN, "--jobs", TRIALS);
    Path trial = bench.trial("net", 1 + random.nextInt(TRIALS));
    Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
    switch (random.nextInt(4)) {
      case 0 -> // any time, also before there is a worker
          run.process().waitFor(random.nextInt((int) usual), TimeUnit.MILLISECONDS);
      case 1 -> { // a while after a checkpoint
        awaitFile(run, start, trial, "checkpoint");
        Thread.sleep(random.nextInt(400));
      }
      default -> { // while one is written
        while (run.isAlive() && run.workers().size() < TRIALS) {
          Thread.sleep(5);
        }
        awaitFile(run, start, trial, ".checkpoint");
        victim = victim == Victim.PARENT ? Victim.ALL : victim;
      }
    }
    if (!run.isAlive()) {
      assertEquals(0, run.code(), run.words());
      return true;
    }
    kill(run, victim);
    List<Path> halves = bench.halves();
    inAWrite += halves.isEmpty() || left.containsAll(halves) ? 0 : 1;
    left.addAll(halves);
    return false;
  }

  private void kill(Started run, Victim victim) throws Exception {
    if (victim != Victim.PARENT) {
      List<ProcessHandle> workers = run.workers();
      workers.forEach(ProcessHandle::destroyForcibly);
      if (victim == Victim.WORKER) {
        kills += workers.isEmpty() ? 0 : 1;
        Thread.sleep(random.nextInt(500)); // the parent tells, and may have begun something
      }
    }
    killParent(run);
    kills++;
  }

  /** Workers without a parent end, and write until then: what comes next would meet them. */
  private static void killParent(Started run) throws Exception {
    for (ProcessHandle worker : run.kill()) {
      worker.onExit().get(FAREWELL_SECONDS, TimeUnit.SECONDS); // no orphan stays
    }
  }

  /** There is nothing left to disturb. */
  private static boolean haveEnded(Bench bench) {
    return IntStream.rangeClosed(1, TRIALS).allMatch(seed -> Files.exists(bench.json("net", seed)));
  }

  /**
   * A file of this run, not of one before. Looks without a pause: one that is being written is
   * there for a millisecond.
   */
  private static void awaitFile(Started run, long start, Path folder, String beginning) {
    while (run.isAlive()) {
      File[] files = folder.toFile().listFiles((in, name) -> name.startsWith(beginning));
      for (File file : files == null ? new File[0] : files) {
        if (file.lastModified() >= start) {
          return;
        }
      }
    }
  }

  /**
   * One that is torn, altered, or from another trial is noticed, said, and not loaded. False if the
   * trials ended instead of leaving one.
   */
  private boolean damaged(Bench bench) throws Exception {
    long start = System.currentTimeMillis();
    Started run = bench.start(OFTEN, "--jobs", TRIALS);
    awaitFile(run, start, bench.trial("net", 1), "checkpoint.safetensors");
    killParent(run);
    for (int seed = 1; seed <= TRIALS; seed++) {
      // A result may be there already: killed before what it would go on from was removed.
      if (Files.exists(checkpoint(bench, seed)) && !Files.exists(bench.json("net", seed))) {
        damage(bench, seed, checkpoint(bench, 1 + seed % TRIALS));
        return true;
      }
    }
    return false;
  }

  private static Path checkpoint(Bench bench, int seed) {
    return bench.trial("net", seed).resolve("checkpoint.safetensors");
  }

  private void damage(Bench bench, int seed, Path other) throws Exception {
    Path mine = checkpoint(bench, seed);
    byte[] bytes = Files.readAllBytes(mine);
    String told = "checkpoint.safetensors is damaged; not loaded";
    if (damages % 3 == 2 && Files.exists(other)) {
      Files.copy(other, mine, StandardCopyOption.REPLACE_EXISTING);
      told = "checkpoint.safetensors is another experiment's; not loaded";
    } else if (damages % 3 == 1) {
      Files.write(mine, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(mine, bytes);
    }
    int before = count(bench.log("net", seed), told);
    Started run = bench.start(Map.of());
    while (run.isAlive() && count(bench.log("net", seed), told) == before) {
      Thread.sleep(20);
    }
    killParent(run);
    String log = bench.log("net", seed);
    assertEquals(before + 1, count(log, told), told + " is not in\n" + log + run.words());
    damages++;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
