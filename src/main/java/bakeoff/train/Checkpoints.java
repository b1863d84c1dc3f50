package bakeoff.train;

import bakeoff.result.AtomicFile;
import bakeoff.result.StableJson;
import bakeoff.spec.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The checkpoints of one trial: the last one, and the one before it in case the last is damaged.
 * Both bear the trial's content key and the kind of machine, so that one of another experiment is
 * never loaded, nor one that would go on with other bits.
 */
public final class Checkpoints {

  private static final String LAST = "checkpoint.safetensors";
  private static final String POSITION = "position";
  private static final String KEY = "key";
  private static final String PLATFORM = "platform";

  /** Before the names of the best epoch's arrays. */
  private static final String BEST = "best/";

  private final Path last;
  private final Path before;
  private final String key;
  private final String platform;
  private final long everyNanos;
  private long saved = System.nanoTime();
  private boolean lastIsOfNoUse;

  /**
   * @param platform what bits rest on beside the content key
   */
  public Checkpoints(Path folder, String key, String platform, double everySeconds) {
    this.last = folder.resolve(LAST);
    this.before = folder.resolve("checkpoint-before.safetensors");
    this.key = key;
    this.platform = platform;
    this.everyNanos = (long) (everySeconds * 1e9);
  }

  /** Whether there is one, be it of use or not. */
  public boolean exist() {
    return Files.exists(last) || Files.exists(before);
  }

  boolean isDue(long nanoTime) {
    return nanoTime - saved >= everyNanos;
  }

  /**
   * @param best the state of the epoch that is the best so far; empty if none is kept
   */
  void save(Model model, Position position, Map<String, Array> best) {
    String json = new String(StableJson.write(position), StandardCharsets.UTF_8);
    Map<String, Array> arrays = new HashMap<>(model.state());
    best.forEach((name, array) -> arrays.put(BEST + name, array));
    ByteBuffer[] file =
        SafeTensors.write(arrays, Map.of(KEY, key, PLATFORM, platform, POSITION, json));
    try {
      if (Files.exists(last) && !lastIsOfNoUse) {
        Files.move(
            last, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
      AtomicFile.write(last, file);
      lastIsOfNoUse = false;
    } catch (IOException e) {
      throw new UncheckedIOException("no checkpoint could be written: " + e.getMessage(), e);
    }
    saved = System.nanoTime();
  }

  /**
   * Where a training goes on.
   *
   * @param best the state of the epoch that is the best so far; empty if none is kept
   */
  record Resumed(Position position, Map<String, Array> best) {}

  /** Restores the model to the last good checkpoint, if there is one. */
  Resumed resume(Model model, Observer observer) {
    for (Path file : new Path[] {last, before}) {
      if (!Files.exists(file)) {
        continue;
      }
      try {
        SafeTensors checkpoint = SafeTensors.read(file);
        Map<String, String> facts = checkpoint.metadata();
        if (!key.equals(facts.get(KEY))) {
          observer.note(file.getFileName() + " is another experiment's; not loaded");
          continue;
        }
        if (!platform.equals(facts.get(PLATFORM))) {
          observer.note(
              "%s is of another kind of machine, %s; training starts anew on %s"
                  .formatted(file.getFileName(), facts.get(PLATFORM), platform));
          continue;
        }
        Position position = position(facts);
        Map<String, Array> state = new HashMap<>();
        Map<String, Array> best = new HashMap<>();
        checkpoint
            .arrays()
            .forEach(
                (name, array) -> {
                  if (name.startsWith(BEST)) {
                    best.put(name.substring(BEST.length()), array);
                  } else {
                    state.put(name, array);
                  }
                });
        model.restore(state);
        lastIsOfNoUse = file.equals(before);
        observer.note(
            "resumed after " + position.epoch() + " epochs and " + position.step() + " steps");
        return new Resumed(position, best);
      } catch (IOException | IllegalArgumentException e) {
        observer.note(file.getFileName() + " is damaged; not loaded: " + e.getMessage());
      }
    }
    return new Resumed(Position.start(), Map.of());
  }

  private static Position position(Map<String, String> facts) throws IOException {
    String json = facts.getOrDefault(POSITION, "");
    return StableJson.read(json.getBytes(StandardCharsets.UTF_8), Position.class);
  }

  /**
   * The share of a training's steps that is done, as far as the last checkpoint's header says.
   *
   * @param folder the trial's
   */
  public static double shareDone(Path folder, String key, Timetable timetable) {
    Path last = folder.resolve(LAST);
    try {
      Map<String, String> facts = Files.exists(last) ? SafeTensors.metadata(last) : Map.of();
      if (!key.equals(facts.get(KEY))) {
        return 0;
      }
      Position position = position(facts);
      long steps = position.epoch() * timetable.stepsPerEpoch() + position.step();
      return Math.max(0, Math.min(1, steps / (double) timetable.steps()));
    } catch (IOException | IllegalArgumentException e) {
      return 0; // whether it is of use is seen when it is loaded
    }
  }

  /** Once the result is stored, nothing is left to resume. */
  public void delete() throws IOException {
    Files.deleteIfExists(last);
    Files.deleteIfExists(before);
  }
}
