package bakeoff.run;

import bakeoff.result.AtomicFile;
import bakeoff.result.PlainValues;
import bakeoff.result.StableJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How this machine compares with the one of {@link Estimate}: learnt from the trials it finished.
 */
public final class Speed {

  private static final double NEW_SHARE = 0.3;

  private final Path file;
  private double factor;

  private Speed(Path file, double factor) {
    this.file = file;
    this.factor = factor;
  }

  private record Stored(double factor) {}

  public static Speed of(Path runs) {
    Path file = runs.resolve("speed.json");
    try {
      AtomicFile.removeHalves(runs, "speed.");
      double factor =
          Double.parseDouble(PlainValues.of(Files.readAllBytes(file)).getOrDefault("factor", ""));
      return new Speed(file, factor > 0.01 && factor < 100 ? factor : 1);
    } catch (IOException | NumberFormatException e) {
      return new Speed(file, 1); // not there yet, or not ours: the next trial writes it
    }
  }

  public double seconds(double estimated) {
    return factor * estimated;
  }

  /** A whole trial took so long. */
  void learn(double estimated, double took) {
    factor = (1 - NEW_SHARE) * factor + NEW_SHARE * took / estimated;
    try {
      AtomicFile.write(file, StableJson.write(new Stored(factor)));
    } catch (IOException e) {
      return; // it makes estimates better, and nothing else rests on it
    }
  }
}
