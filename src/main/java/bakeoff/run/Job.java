package bakeoff.run;

import bakeoff.spec.SpecWriter;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import java.nio.file.Path;

/**
 * What a worker is asked to do: one line on its standard input.
 *
 * @param experiment the experiment with every default written out, as text
 * @param key the trial's content key, which has to come out again
 * @param again whether it is trained even if it has a current result
 */
public record Job(
    String folder,
    String name,
    int seed,
    String experiment,
    String key,
    boolean again,
    int threads,
    Device device,
    String data,
    String results,
    String runs) {

  public static Job of(Trial trial, boolean again, Places places, Device device) {
    return new Job(
        trial.file().folder(),
        trial.file().name(),
        trial.seed(),
        SpecWriter.full(trial.experiment()).toString(),
        trial.key(),
        again,
        trial.file().threads(),
        device,
        whole(places.data()),
        whole(places.results()),
        whole(places.runs()));
  }

  private static String whole(Path folder) {
    return folder.toAbsolutePath().normalize().toString();
  }
}
